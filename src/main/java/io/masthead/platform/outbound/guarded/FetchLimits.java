package io.masthead.platform.outbound.guarded;

import java.time.Duration;

/**
 * How long the guarded client waits.
 *
 * @param head from the start to the head of the response, redirects included
 * @param pause between two parts of the body
 * @param start how long a body may take besides what its bytes take
 * @param rate the bytes per second that a body needs at least, in the mean
 * @param total for the whole body
 */
record FetchLimits(Duration head, Duration pause, Duration start, long rate, Duration total) {

    static final FetchLimits USUAL = new FetchLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10), 64 * 1024, Duration.ofMinutes(15));
}
