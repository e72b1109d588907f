package io.masthead.user.credential;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.platform.lane.Lane;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Lets fewer hash at once than there are cores, where there are several: a flood of sign-ins takes
 * neither all the memory, nor the threads that answer readers, nor the core that runs them.
 */
@Singleton
class HashingBulkhead {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** About as many as get their turn within {@link #PATIENCE}; each holds a thread. */
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
     * @throws CmsException {@link ErrorCode#UNAVAILABLE} where too many hash at once
     */
    <T> T pass(Supplier<T> hashing) {
        return lane.get(hashing);
    }

    /**
     * Refuses who would only be refused later, before anything else is spent on them.
     *
     * @throws CmsException {@link ErrorCode#UNAVAILABLE} where as many wait as may
     */
    void requirePlace() {
        lane.requirePlace();
    }

    /** How many hash at once at most. */
    int atOnce() {
        return lane.atOnce();
    }

    /** How many wait for their turn. */
    int waiting() {
        return lane.waiting();
    }
}
