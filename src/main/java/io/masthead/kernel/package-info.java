/**
 * Words that every feature uses: who asks, what is refused, how a list is filtered, ordered and
 * paged. Nothing here knows a noun of the CMS, a surface or a framework beyond CDI; what belongs to
 * one noun lives in its own package.
 */
package io.masthead.kernel;
