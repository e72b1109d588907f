package io.masthead.post.search;

import java.time.Instant;

/**
 * A time range; null means open.
 *
 * @param from inclusive
 * @param until exclusive
 */
public record TimeRange(Instant from, Instant until) {

    public static final TimeRange ALL = new TimeRange(null, null);
}
