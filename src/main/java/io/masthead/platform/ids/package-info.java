/**
 * The numbers that rows are known by: one space per kind of thing, as in WordPress, of which an
 * import may take a number ahead of its turn. What gets a number is decided by each feature.
 */
package io.masthead.platform.ids;
