/**
 * Unpacks uploads that are zip or gzip archives of exports, as streams and within limits. It knows bytes only:
 * {@code wxr} reads the files.
 */
package io.masthead.imports.archive;
