package io.masthead.web;

import java.time.Duration;

/** The header {@code Retry-After} (RFC 9110, 10.2.3). */
public final class RetryAfter {

    private RetryAfter() {}

    /** In whole seconds, rounded up. */
    public static long seconds(Duration wait) {
        return Math.max(1, (wait.toMillis() + 999) / 1_000);
    }
}
