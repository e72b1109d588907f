package io.masthead.web;

import java.time.Duration;

/** The header {@code Retry-After} (RFC 9110, 10.2.3). */
public final class RetryAfter {

    private RetryAfter() {}

    /** In whole seconds, and never too early. */
    public static long seconds(Duration wait) {
        return Math.max(1, (wait.toMillis() + 999) / 1_000);
    }
}
