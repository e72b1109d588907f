/**
 * Categories and tags.
 */
package io.masthead.api.v1.taxonomy;
