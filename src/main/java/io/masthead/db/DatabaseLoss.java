package io.masthead.db;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a database that comes back from one that is gone for good, by asking again and again. An
 * embedded H2 that has closed itself and cannot be opened again is given up soon, since only a new
 * process can open it; a server may need its time.
 */
final class DatabaseLoss {

    static final Duration INTERVAL = Duration.ofSeconds(5);

    private static final Duration EMBEDDED = Duration.ofSeconds(30);

    /**
     * What H2 says once it has closed itself, for want of memory or of disk space: in use by the
     * process that has closed it, broken, closed, or shutting down.
     */
    private static final Set<Integer> H2_CLOSED =
            Set.of(90020, 90028, 90030, 90031, 90067, 90098, 90121);

    private final Database database;
    private final Duration patience;
    private long failed;

    /**
     * @param patience how long a server may be away; zero for ever
     */
    DatabaseLoss(Database database, Duration patience) {
        this.database = database;
        this.patience = patience;
    }

    /** Whether H2 has closed itself; connections that were open before serve nobody any more. */
    static boolean isClosed(SQLException failure) {
        return H2_CLOSED.contains(failure.getErrorCode());
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
        if (database == Database.H2 && isClosed(failure)) {
            return since.compareTo(EMBEDDED) < 0
                    ? Optional.empty()
                    : Optional.of(
                            ("H2 has closed the database and cannot open it again (error %d), so"
                                            + " Masthead ends: start it anew.")
                                    .formatted(failure.getErrorCode()));
        }
        return patience.isZero() || since.compareTo(patience) < 0
                ? Optional.empty()
                : Optional.of(
                        ("The database has not answered for %d seconds (SQL state %s), so Masthead"
                                        + " ends: start it anew when the database is back.")
                                .formatted(since.toSeconds(), failure.getSQLState()));
    }
}
