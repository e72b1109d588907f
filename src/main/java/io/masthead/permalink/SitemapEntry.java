package io.masthead.permalink;

import java.time.Instant;

/**
 * A URL for search engines.
 *
 * @param changedAt null if unknown
 */
public record SitemapEntry(String address, Instant changedAt) {}
