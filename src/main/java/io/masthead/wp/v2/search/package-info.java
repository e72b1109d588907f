/** Searching all that is public, whatever kind it is of. */
package io.masthead.wp.v2.search;
