/**
 * Categories and tags on the wire. Not here: which posts have them.
 */
package io.masthead.api.v1.taxonomy;
