/**
 * Taking over a WordPress export: one job that can be followed, repeated and resumed. Here is what
 * becomes of each record, and what is remembered of it. How the file is read is {@code wxr}'s, what
 * its items mean here {@code item}'s, how users arrive {@code users}'s; how
 * a noun is stored, its own {@code XImport}'s.
 */
package io.masthead.imports;
