package io.masthead.user.password;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets fewer hash at once than there are cores, where there are several: a flood of sign-ins takes
 * neither all the memory, nor the threads that answer readers, nor the core that runs them.
 */
@Singleton
class HashingGate {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** About as many as get their turn within {@link #PATIENCE}; each holds a thread. */
    private static final int WAITING_PER_TURN = 16;

    private final int atOnce;
    private final Semaphore turns;
    private final Semaphore places;
    private final Duration patience;

    @Inject
    HashingGate() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), PATIENCE);
    }

    HashingGate(int atOnce, Duration patience) {
        // First come, first served: else one who has waited may be overtaken until it is too late.
        this.atOnce = atOnce;
        this.turns = new Semaphore(atOnce, true);
        this.places = new Semaphore(atOnce + atOnce * WAITING_PER_TURN);
        this.patience = patience;
    }

    /**
     * @throws CmsException {@link ErrorCode#UNAVAILABLE} where too many hash at once
     */
    <T> T pass(Supplier<T> hashing) {
        if (!places.tryAcquire()) {
            throw busy();
        }
        try {
            return inTurn(hashing);
        } finally {
            places.release();
        }
    }

    /**
     * Refuses who would only be refused later, before anything else is spent on them.
     *
     * @throws CmsException {@link ErrorCode#UNAVAILABLE} where as many wait as may
     */
    void requirePlace() {
        if (places.availablePermits() == 0) {
            throw busy();
        }
    }

    /** How many hash at once at most. */
    int atOnce() {
        return atOnce;
    }

    /** How many wait for their turn. */
    int waiting() {
        return turns.getQueueLength();
    }

    private <T> T inTurn(Supplier<T> hashing) {
        if (!hasTurn()) {
            throw busy();
        }
        try {
            return hashing.get();
        } finally {
            turns.release();
        }
    }

    private boolean hasTurn() {
        try {
            return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static CmsException busy() {
        return new CmsException(
                ErrorCode.UNAVAILABLE,
                "Too many passwords are being checked right now; try again in "
                        + RETRY_AFTER.toSeconds()
                        + " seconds.",
                RETRY_AFTER);
    }
}
