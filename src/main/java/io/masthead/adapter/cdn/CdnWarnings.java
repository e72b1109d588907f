package io.masthead.adapter.cdn;

import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Logs a warning when its text is new, and again after an hour: the node that ends a failure may be another. */
final class CdnWarnings {

    private static final Duration REPEATED_AFTER = Duration.ofHours(1);

    private final Logger log;
    private String last;
    private Instant lastAt;

    CdnWarnings(Logger log) {
        this.log = log;
    }

    /** Returns whether nothing was wrong before. */
    synchronized boolean warn(String text, Instant now) {
        var isFirst = last == null;
        if (!text.equals(last) || !now.isBefore(lastAt.plus(REPEATED_AFTER))) {
            last = text;
            lastAt = now;
            log.warn(text);
        }
        return isFirst;
    }

    /** Whether there was a warning since the last call; the next one is then logged. */
    synchronized boolean end() {
        var any = last != null;
        last = null;
        return any;
    }
}
