package io.masthead.platform.db;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Decides by repeated checks whether a database is gone for good. An embedded H2 that has closed itself and
 * cannot be reopened is given up soon, since only a new process can open it; a server gets more time.
 */
final class DatabaseLoss {

    static final Duration INTERVAL = Duration.ofSeconds(5);

    private static final Duration EMBEDDED = Duration.ofSeconds(30);

    private final boolean embedded;
    private final Duration maxWait;
    private long failed;

    /**
     * @param url of the database; H2 behind a server counts as a server, which may come back
     * @param maxWait how long a server may be unavailable; zero for ever
     */
    DatabaseLoss(String url, Duration maxWait) {
        this.embedded = Database.isEmbedded(url);
        this.maxWait = maxWait;
    }

    /** The database has answered. */
    void answered() {
        failed = 0;
    }

    /**
     * Another check has failed.
     *
     * @return one sentence if the database is gone for good
     */
    Optional<String> failed(SQLException failure) {
        failed++;
        var since = INTERVAL.multipliedBy(failed);
        if (embedded && DatabaseUnavailable.isClosedH2(failure)) {
            return since.compareTo(EMBEDDED) < 0
                    ? Optional.empty()
                    : Optional.of(("H2 has closed the database and cannot open it again (error %d)."
                                    + " Masthead stops; restart it.")
                            .formatted(failure.getErrorCode()));
        }
        return maxWait.isZero() || since.compareTo(maxWait) < 0
                ? Optional.empty()
                : Optional.of(("The database has not answered for %d seconds (SQL state %s), so Masthead"
                                + " stops; restart it when the database is back.")
                        .formatted(since.toSeconds(), failure.getSQLState()));
    }
}
