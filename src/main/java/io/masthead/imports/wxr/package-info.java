/**
 * Reads WordPress export files (WXR 1.x) as a stream of records, and PHP's serialized values.
 *
 * <p>Pure Java without CDI, close to the terms of the file; nothing is stored. {@code imports} decides what
 * becomes of statuses, users, paragraphs and ids.
 */
package io.masthead.imports.wxr;
