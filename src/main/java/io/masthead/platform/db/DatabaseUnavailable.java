package io.masthead.platform.db;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import java.util.Set;

/** Recognises failures of an unavailable or overloaded database. */
public final class DatabaseUnavailable {

    // SQLSTATE classes: connection, insufficient resources, operator intervention; and lock or statement
    // time-outs (PostgreSQL appendix A, H2 error codes).
    private static final Set<String> CLASSES = Set.of("08", "53", "57");
    private static final Set<String> STATES = Set.of("55P03", "HYT00", "HYT01");

    /**
     * H2's error codes after it has closed itself, for lack of memory or disk space: in use by the process that
     * has closed it, broken, closed, or shutting down. {@link DatabaseWatch} reopens it or ends the process.
     */
    private static final Set<Integer> H2_CLOSED = Set.of(90020, 90028, 90030, 90031, 90067, 90098, 90121);

    private static final int MAX_CAUSES = 20;

    private DatabaseUnavailable() {}

    /** Whether such a failure is among the causes. */
    public static boolean caused(Throwable e) {
        var cause = e;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof SQLException sql && isUnavailable(sql)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isUnavailable(SQLException e) {
        var state = e.getSQLState();
        return e instanceof SQLTransientException
                || e instanceof SQLTimeoutException
                || isClosedH2(e)
                || (state != null && (STATES.contains(state) || CLASSES.contains(first2(state))))
                // The pool's own time-out has no state.
                || (state == null && String.valueOf(e.getMessage()).contains("timeout"));
    }

    /** Whether H2 has closed itself; its earlier connections can no longer be used. */
    static boolean isClosedH2(SQLException failure) {
        return H2_CLOSED.contains(failure.getErrorCode());
    }

    private static String first2(String state) {
        return state.length() < 2 ? state : state.substring(0, 2);
    }
}
