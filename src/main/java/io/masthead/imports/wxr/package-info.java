/**
 * Reading WordPress export files (WXR 1.x) as a stream of records, and PHP's serialized values.
 *
 * <p>Here belongs what the file says, in the file's own words; pure Java, no CDI, nothing is
 * stored.
 *
 * <p>Not here: what Masthead makes of it (statuses, users, paragraphs, ids), which is {@code
 * imports}.
 */
package io.masthead.imports.wxr;
