package io.masthead.platform.job;

import java.time.Duration;
import java.util.Optional;

/** Thrown by a {@link JobHandler} that has logged by itself why the job must be retried. */
public final class RetryLaterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration delay;

    /** @param delay null for the usual one */
    public RetryLaterException(String message, Duration delay) {
        super(message);
        this.delay = delay;
    }

    Optional<Duration> delay() {
        return Optional.ofNullable(delay);
    }
}
