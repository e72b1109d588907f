package io.masthead.platform.db;

import io.masthead.kernel.CmsException;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Runs a transaction up to three times after conflicts. The pause before each further attempt is random, so
 * that the same transactions do not conflict again.
 */
final class Retries {

    private static final Logger LOG = Logger.getLogger(Retries.class);
    private static final int MAX_RETRIES = 2;
    private static final int SHORTEST_PAUSE_MS = 10;
    private static final int LONGEST_PAUSE_MS = 60;

    private Retries() {}

    /**
     * @param attempt a whole transaction: nothing of it remains when it fails
     * @param worthRepeating which failures are conflicts
     * @param between is run before each further attempt
     */
    static <T> T run(Callable<T> attempt, Predicate<Throwable> worthRepeating, Runnable between) throws Exception {
        for (int failed = 0; ; failed++) {
            try {
                return attempt.call();
            } catch (CmsException e) {
                throw e;
            } catch (Exception e) {
                if (failed == MAX_RETRIES || !worthRepeating.test(e) || !pause(failed)) {
                    throw e;
                }
                LOG.debugf("A transaction conflicted with another one and is repeated: %s", e);
                between.run();
            }
        }
    }

    /** Longer the second time; false if the thread was interrupted. */
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
