/**
 * What every feature uses: callers, refusals, filters, orders and pages. Nothing here depends on a noun of the
 * CMS, a surface or a framework beyond CDI.
 */
package io.masthead.kernel;
