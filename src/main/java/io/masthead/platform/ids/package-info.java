/**
 * Ids of rows: one space per kind of thing, as in WordPress, in which an import may use an id ahead of the
 * sequence. Features decide what gets an id.
 */
package io.masthead.platform.ids;
