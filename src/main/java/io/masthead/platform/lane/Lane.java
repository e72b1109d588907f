package io.masthead.platform.lane;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Limits the concurrency of expensive work. A few more callers wait for a while; each of them occupies a
 * thread, so their number is limited too. All others are refused at once.
 */
public final class Lane {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final String busy;
    private final int atOnce;
    private final Semaphore turns;
    private final Semaphore queue;
    private final Duration maxWait;

    /** Whether this thread has entered. */
    private final ThreadLocal<Boolean> hasTurn = ThreadLocal.withInitial(() -> false);

    /**
     * @param busy the beginning of the refusal message, which says what is overloaded
     * @param atOnce the maximum of concurrent callers, at least 1
     * @param waiting the maximum of waiting callers
     * @param maxWait how long they wait
     */
    public Lane(String busy, int atOnce, int waiting, Duration maxWait) {
        this.busy = busy;
        this.atOnce = atOnce;
        // Fair: otherwise a waiting caller may be overtaken until it times out.
        this.turns = new Semaphore(atOnce, true);
        this.queue = new Semaphore(atOnce + waiting);
        this.maxWait = maxWait;
    }

    /** Leaves one core to everything else, if there are several. */
    public static int allCoresButOne() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    /**
     * Nested calls continue without waiting, since they could wait for themselves.
     *
     * @throws CmsException {@link ErrorCode#UNAVAILABLE} if too many are waiting
     */
    public <T> T run(Callable<T> work) throws Exception {
        if (hasTurn.get()) {
            return work.call();
        }
        if (!queue.tryAcquire()) {
            throw refusal();
        }
        try {
            return inTurn(work);
        } finally {
            queue.release();
        }
    }

    /** As {@link #run}, for work without checked exceptions. */
    public <T> T get(Supplier<T> work) {
        try {
            return run(work::get);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("A supplier throws nothing that is checked", e);
        }
    }

    /**
     * Refuses early, before other work is done, if entering would be refused anyway.
     *
     * @throws CmsException {@link ErrorCode#UNAVAILABLE} if the maximum is waiting
     */
    public void requireCapacity() {
        if (queue.availablePermits() == 0) {
            throw refusal();
        }
    }

    /** The maximum of concurrent callers. */
    public int atOnce() {
        return atOnce;
    }

    /** The number of waiting callers. */
    public int waiting() {
        return turns.getQueueLength();
    }

    private <T> T inTurn(Callable<T> work) throws Exception {
        if (!acquireTurn()) {
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

    private boolean acquireTurn() {
        try {
            return turns.tryAcquire(maxWait.toMillis(), TimeUnit.MILLISECONDS);
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
