package io.masthead.user.credential;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.platform.lane.Lane;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Limits how many passwords are hashed at once to fewer than there are cores (or one): a flood of sign-ins can
 * take neither all the memory, nor the threads that serve readers, nor all cores.
 */
@Singleton
class HashingBulkhead {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** About as many as get their turn within {@link #PATIENCE}; each occupies a thread. */
    private static final int WAITING_PER_TURN = 16;

    private final Lane lane;

    @Inject
    HashingBulkhead() {
        this(Lane.allCoresButOne(), PATIENCE);
    }

    HashingBulkhead(int atOnce, Duration patience) {
        this.lane = new Lane("Too many passwords are being checked", atOnce, atOnce * WAITING_PER_TURN, patience);
    }

    /**
     * @throws CmsException {@link ErrorCode#UNAVAILABLE} if too many are being hashed at once
     */
    <T> T pass(Supplier<T> hashing) {
        return lane.get(hashing);
    }

    /**
     * Refuses early, before other work is done, if hashing would be refused anyway.
     *
     * @throws CmsException {@link ErrorCode#UNAVAILABLE} if the queue is full
     */
    void requirePlace() {
        lane.requirePlace();
    }

    /** The maximum of passwords hashed at once. */
    int atOnce() {
        return lane.atOnce();
    }

    /** The number of threads waiting for their turn. */
    int waiting() {
        return lane.waiting();
    }
}
