package io.masthead.platform.lane;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets few do at once what costs much. Some more wait, for a while; each of them holds a thread, so
 * that they are few as well. All others are refused at once.
 */
public final class Lane {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final String busy;
    private final int atOnce;
    private final Semaphore turns;
    private final Semaphore places;
    private final Duration patience;

    /** Whether the work of this thread has a turn. */
    private final ThreadLocal<Boolean> hasTurn = ThreadLocal.withInitial(() -> false);

    /**
     * @param busy what is going on too often, as the beginning of a sentence
     * @param atOnce at least 1
     * @param waiting how many may wait for their turn
     * @param patience how long they wait
     */
    public Lane(String busy, int atOnce, int waiting, Duration patience) {
        this.busy = busy;
        this.atOnce = atOnce;
        // First come, first served: else one who has waited may be overtaken until it is too late.
        this.turns = new Semaphore(atOnce, true);
        this.places = new Semaphore(atOnce + waiting);
        this.patience = patience;
    }

    /** As many as leave one core to everything else, where there are several. */
    public static int allCoresButOne() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    /**
     * Work that has a turn already goes on: waiting for another, it could wait for itself.
     *
     * @throws CmsException {@link ErrorCode#UNAVAILABLE} where too many are before it
     */
    public <T> T pass(Callable<T> work) throws Exception {
        if (hasTurn.get()) {
            return work.call();
        }
        if (!places.tryAcquire()) {
            throw refusal();
        }
        try {
            return inTurn(work);
        } finally {
            places.release();
        }
    }

    /** As {@link #pass}, of work that throws nothing that is checked. */
    public <T> T get(Supplier<T> work) {
        try {
            return pass(work::get);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("A supplier throws nothing that is checked", e);
        }
    }

    /**
     * Refuses who would only be refused later, before anything else is spent on them.
     *
     * @throws CmsException {@link ErrorCode#UNAVAILABLE} where as many wait as may
     */
    public void requireCapacity() {
        if (places.availablePermits() == 0) {
            throw refusal();
        }
    }

    /** How many have a turn at most. */
    public int atOnce() {
        return atOnce;
    }

    /** How many wait for their turn. */
    public int waiting() {
        return turns.getQueueLength();
    }

    private <T> T inTurn(Callable<T> work) throws Exception {
        if (!gotTurn()) {
            throw refusal();
        }
        hasTurn.set(true);
        try {
            return work.call();
        } finally {
            hasTurn.remove();
            turns.release();
        }
    }

    private boolean gotTurn() {
        try {
            return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private CmsException refusal() {
        return new CmsException(
                ErrorCode.UNAVAILABLE,
                "%s right now; try again in %d seconds.".formatted(busy, RETRY_AFTER.toSeconds()),
                RETRY_AFTER);
    }
}
