package io.masthead.wp.rest;

import io.masthead.platform.lane.Lane;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The lane of lists with {@code _embed}, which take several times the CPU of others: however many are requested,
 * other reads find a core and a database connection.
 */
@Singleton
class EmbeddingLists {

    /** With the most that the lane of costly reads may have, fewer than there are database connections. */
    private static final int MAX = 4;

    /** About as many as get their turn within {@link #PATIENCE}; each occupies a thread. */
    private static final int WAITING = 64;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Lane lane = new Lane(
            "Too many lists with _embed are being made", Math.min(Lane.allCoresButOne(), MAX), WAITING, PATIENCE);

    /** How many are made at once. */
    int atOnce() {
        return lane.atOnce();
    }

    /** How many wait for their turn. */
    int waiting() {
        return lane.waiting();
    }

    /** @throws io.masthead.kernel.CmsException as {@link Lane#run} */
    <T> T pass(Supplier<T> work) {
        return lane.get(work);
    }
}
