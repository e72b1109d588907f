package io.masthead.comment.spam;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Asks spam detection services. No transaction is open and no database connection is used while they are asked
 * or waited for.
 */
@ApplicationScoped
public class PendingChecks {

    private static final Logger LOG = Logger.getLogger(PendingChecks.class);
    private static final int THREADS = 8;
    private static final int WAITING = 200;
    private static final long IDLE_SECONDS = 30;

    private final CheckOutcomes answers;
    private final RemoteChecks remote;
    private final CheckConfig config;
    private final ExecutorService threads = threads();

    PendingChecks(CheckOutcomes answers, RemoteChecks remote, CheckConfig config) {
        this.answers = answers;
        this.remote = remote;
        this.config = config;
    }

    /**
     * Checks a comment that has just been stored, and waits as long as the settings say. A check that takes
     * longer continues in the background, and one that cannot start is left to the queue.
     */
    public void tryNow(long id) {
        try {
            var attempt = threads.submit(() -> attemptFirst(id));
            if (!config.checkWait().isZero()) {
                attempt.get(config.checkWait().toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (RejectedExecutionException | TimeoutException e) {
            LOG.debugf("The check of comment %d continues after the response", id);
        } catch (ExecutionException e) {
            LOG.warnf(e, "The check of comment %d failed and is left to the queue", id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Checks a comment and applies the result. */
    void attempt(long id) {
        answers.toCheck(id).ifPresent(asked -> answers.apply(asked, remote.ask(asked)));
    }

    /** Reports a person's decision. */
    void report(long id) {
        answers.toReport(id)
                .filter(report -> !remote.report(report.comment(), report.spam()))
                .ifPresent(report -> answers.postponeReport(id));
    }

    private void attemptFirst(long id) {
        if (answers.isOpen(id)) {
            attempt(id);
        }
    }

    private static ExecutorService threads() {
        var pool = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> {
                    var thread = new Thread(work, "spam-check");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
