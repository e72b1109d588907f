/**
 * Slugs: their owners, now and formerly, and whether a chosen one is free. {@code text} defines what a slug may
 * contain.
 */
package io.masthead.platform.slug;
