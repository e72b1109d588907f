package io.masthead.platform.db;

import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Predicate;
import org.hibernate.StaleStateException;
import org.hibernate.UnresolvableObjectException;

/**
 * Recognises failures of a transaction that conflicted with another one: repeated on the current data, it
 * succeeds or is refused for a reason that a client understands.
 */
public final class Conflicts {

    /**
     * Serialization failures and deadlocks in PostgreSQL (appendix A) and H2, and H2's error for a row that
     * another transaction has changed.
     */
    private static final Set<String> ABORTED = Set.of("40001", "40P01", "90131");

    /**
     * A foreign key or a unique index contradicts an earlier check: the referenced row has been deleted, or the
     * value has been taken. H2 reports a missing parent as 23506.
     */
    private static final Set<String> CONSTRAINT_VIOLATED = Set.of("23503", "23505", "23506");

    private static final int MAX_CAUSES = 20;

    private Conflicts() {}

    /** Whether the database aborted the transaction, or a row changed after it was read. */
    public static boolean isCollision(Throwable e) {
        return anyCause(
                e,
                cause -> hasState(cause, ABORTED)
                        || cause instanceof OptimisticLockException
                        || cause instanceof StaleStateException
                        || cause instanceof EntityNotFoundException
                        || cause instanceof UnresolvableObjectException);
    }

    /** Whether a constraint contradicts what the transaction had checked. */
    public static boolean isContradiction(Throwable e) {
        return anyCause(e, cause -> hasState(cause, CONSTRAINT_VIOLATED));
    }

    static boolean isWorthRepeating(Throwable e) {
        return isCollision(e) || isContradiction(e);
    }

    private static boolean hasState(Throwable e, Set<String> states) {
        return e instanceof SQLException sql && sql.getSQLState() != null && states.contains(sql.getSQLState());
    }

    private static boolean anyCause(Throwable e, Predicate<Throwable> condition) {
        var cause = e;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (condition.test(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
