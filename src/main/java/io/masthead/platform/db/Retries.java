package io.masthead.platform.db;

import io.masthead.kernel.CmsException;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Runs a transaction up to three times where it ran into another one. The pause before each further
 * attempt is random, so that those who met once do not meet again.
 */
final class Retries {

    private static final Logger LOG = Logger.getLogger(Retries.class);
    private static final int MOST = 2;
    private static final int SHORTEST_PAUSE_MS = 10;
    private static final int LONGEST_PAUSE_MS = 60;

    private Retries() {}

    /**
     * @param attempt a whole transaction: nothing of it is left when it fails
     * @param worthRepeating which failures of it are those of a conflict
     * @param between what is done before each further attempt
     */
    static <T> T run(Callable<T> attempt, Predicate<Throwable> worthRepeating, Runnable between) throws Exception {
        for (int failed = 0; ; failed++) {
            try {
                return attempt.call();
            } catch (CmsException e) {
                throw e;
            } catch (Exception e) {
                if (failed == MOST || !worthRepeating.test(e) || !pause(failed)) {
                    throw e;
                }
                LOG.debugf("A transaction ran into another one and is repeated: %s", e);
                between.run();
            }
        }
    }

    /** Longer the second time; false for a thread that is to stop. */
    private static boolean pause(int failed) {
        try {
            Thread.sleep((failed + 1L) * ThreadLocalRandom.current().nextInt(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
