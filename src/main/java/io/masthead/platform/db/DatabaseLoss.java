package io.masthead.platform.db;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Tells a database that comes back from one that is gone for good, by asking again and again. An
 * embedded H2 that has closed itself and cannot be opened again is given up soon, since only a new
 * process can open it; a server may need its time.
 */
final class DatabaseLoss {

    static final Duration INTERVAL = Duration.ofSeconds(5);

    private static final Duration EMBEDDED = Duration.ofSeconds(30);

    private final boolean embedded;
    private final Duration patience;
    private long failed;

    /**
     * @param url where the database is; of an H2 behind a server, the server's life is not ours to
     *     end, and it may come back
     * @param patience how long a server may be away; zero for ever
     */
    DatabaseLoss(String url, Duration patience) {
        this.embedded = Database.isEmbedded(url);
        this.patience = patience;
    }

    /** The database has answered. */
    void answered() {
        failed = 0;
    }

    /**
     * It has not answered, once more.
     *
     * @return one sentence that says so where it is gone for good
     */
    Optional<String> failed(SQLException failure) {
        failed++;
        var since = INTERVAL.multipliedBy(failed);
        if (embedded && DatabaseUnavailable.isClosedH2(failure)) {
            return since.compareTo(EMBEDDED) < 0
                    ? Optional.empty()
                    : Optional.of(("H2 has closed the database and cannot open it again (error %d), so"
                                    + " Masthead ends: start it anew.")
                            .formatted(failure.getErrorCode()));
        }
        return patience.isZero() || since.compareTo(patience) < 0
                ? Optional.empty()
                : Optional.of(("The database has not answered for %d seconds (SQL state %s), so Masthead"
                                + " ends: start it anew when the database is back.")
                        .formatted(since.toSeconds(), failure.getSQLState()));
    }
}
