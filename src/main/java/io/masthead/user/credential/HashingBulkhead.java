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

    private static final Duration MAX_WAIT = Duration.ofSeconds(2);

    /** About as many as get their turn within {@link #MAX_WAIT}; each occupies a thread. */
    private static final int WAITING_PER_TURN = 16;

    private final Lane lane;

    @Inject
    HashingBulkhead() {
        this(Lane.allCoresButOne(), MAX_WAIT);
    }

    HashingBulkhead(int atOnce, Duration maxWait) {
        this.lane = new Lane("Too many passwords are being checked", atOnce, atOnce * WAITING_PER_TURN, maxWait);
    }

    /** @throws CmsException {@link ErrorCode#UNAVAILABLE} if too many are being hashed at once */
    <T> T run(Supplier<T> hashing) {
        return lane.get(hashing);
    }

    /**
     * Refuses early, before other work is done, if hashing would be refused anyway.
     *
     * @throws CmsException {@link ErrorCode#UNAVAILABLE} if the queue is full
     */
    void requireCapacity() {
        lane.requireCapacity();
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
