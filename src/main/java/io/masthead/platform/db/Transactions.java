package io.masthead.platform.db;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.TransactionRunnerOptions;
import jakarta.transaction.Status;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/**
 * Runs transactions that begin within a method. As with {@link jakarta.transaction.Transactional}, they are
 * repeated after conflicts.
 */
public final class Transactions {

    private final TransactionRunnerOptions options;
    private final Predicate<Throwable> worthRepeating;
    private final Runnable between;

    private Transactions(TransactionRunnerOptions options, Predicate<Throwable> worthRepeating, Runnable between) {
        this.options = options;
        this.worthRepeating = worthRepeating;
        this.between = between;
    }

    /** A new transaction, whether the caller has one or not. */
    public static Transactions requiringNew() {
        return new Transactions(QuarkusTransaction.requiringNew(), Conflicts::isWorthRepeating, () -> {});
    }

    /**
     * As {@link #requiringNew()}.
     *
     * @param timeout of the transaction; the default is a minute
     */
    public static Transactions requiringNew(Duration timeout) {
        return new Transactions(within(timeout), Conflicts::isWorthRepeating, () -> {});
    }

    /** The caller's transaction, which the caller repeats, or else a new one. */
    public static Transactions joiningExisting() {
        return isOpen() ? new Transactions(QuarkusTransaction.joiningExisting(), e -> false, () -> {}) : requiringNew();
    }

    /**
     * As {@link #requiringNew(Duration)}, for work that handles constraint violations itself and keeps its
     * results in memory.
     *
     * @param forget is run before each further attempt
     */
    public static Transactions ofBatch(Duration timeout, Runnable forget) {
        return new Transactions(within(timeout), Conflicts::isCollision, forget);
    }

    /** Whether the caller is in a transaction. */
    static boolean isOpen() {
        return QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION;
    }

    private static TransactionRunnerOptions within(Duration timeout) {
        return QuarkusTransaction.requiringNew().timeout(Math.toIntExact(timeout.toSeconds()));
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    public <T> T call(Callable<T> work) {
        try {
            return Retries.run(() -> options.call(work), worthRepeating, between);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("A transaction failed", e);
        }
    }
}
