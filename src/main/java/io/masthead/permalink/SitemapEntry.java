package io.masthead.permalink;

import java.time.Instant;

/**
 * An address for search engines.
 *
 * @param changedAt null where it is not known
 */
public record SitemapEntry(String address, Instant changedAt) {}
