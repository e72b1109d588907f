package io.masthead.web;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import java.util.Set;

/** Tells a database that is away or overloaded from a fault of ours. */
final class Outage {

    // SQLSTATE classes: connection, insufficient resources, operator intervention; and lock or
    // statement time-outs (PostgreSQL appendix A, H2 error codes).
    private static final Set<String> CLASSES = Set.of("08", "53", "57");
    private static final Set<String> STATES = Set.of("55P03", "HYT00", "HYT01");

    // H2 in use by a process that has closed it, broken, closed, or shutting down; DatabaseWatch
    // opens it again or ends the process.
    private static final Set<Integer> H2_CODES =
            Set.of(90020, 90028, 90030, 90031, 90067, 90098, 90121);
    private static final int MAX_CAUSES = 20;

    private Outage() {}

    static boolean caused(Throwable e) {
        var cause = e;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof SQLException sql && isOutage(sql)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isOutage(SQLException e) {
        var state = e.getSQLState();
        return e instanceof SQLTransientException
                || e instanceof SQLTimeoutException
                || H2_CODES.contains(e.getErrorCode())
                || (state != null && (STATES.contains(state) || CLASSES.contains(first2(state))))
                // The pool's own time-out carries no state.
                || (state == null && String.valueOf(e.getMessage()).contains("timeout"));
    }

    private static String first2(String state) {
        return state.length() < 2 ? state : state.substring(0, 2);
    }
}
