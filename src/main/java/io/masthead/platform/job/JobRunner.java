package io.masthead.platform.job;

import io.masthead.platform.db.UntilShutdown;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Runs due jobs: one of each kind at a time on this node, each on one node only. It polls every second;
 * a job that is due within a second of the commit that scheduled it does not wait for a poll.
 */
@Singleton
public class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final Duration FIRST_DELAY = Duration.ofSeconds(10);
    private static final int MAX_DOUBLINGS = 8; // 43 minutes
    private static final Duration GRACE = Duration.ofSeconds(8);

    private final Map<String, JobHandler> handlers;
    private final Map<String, ReentrantLock> turns;
    private final Map<String, JobQueue.Claim> running = new ConcurrentHashMap<>();
    private final Jobs jobs;
    private final JobQueue queue;
    private final Clock clock;
    private final String node = UUID.randomUUID().toString();
    private final ExecutorService threads = Executors.newCachedThreadPool(JobRunner::thread);
    private volatile boolean unreachable;

    JobRunner(@All List<JobHandler> handlers, Jobs jobs, JobQueue queue, Clock clock) {
        this.handlers = handlers.stream().collect(Collectors.toUnmodifiableMap(JobHandler::kind, Function.identity()));
        this.turns = this.handlers.keySet().stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), kind -> new ReentrantLock()));
        this.jobs = jobs;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * Runs all due jobs in this thread, and returns when none is left or running on this node. Failed jobs are
     * not waited for.
     */
    public void runDue() {
        for (boolean found = true; found && !jobs.isStopping(); ) {
            found = false;
            for (var kind : handlers.keySet()) {
                var turn = turns.get(kind);
                turn.lock();
                try {
                    found |= runNext(kind);
                } finally {
                    turn.unlock();
                }
            }
        }
    }

    @UntilShutdown
    @Scheduled(every = "${masthead.jobs.poll-interval:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void poll() {
        guarded(() -> queue.dueKinds(clock.instant()).forEach(kind -> begin(kind, Duration.ZERO)));
    }

    @UntilShutdown
    @Scheduled(every = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    void extendLeases() {
        if (!running.isEmpty()) {
            guarded(() -> queue.extend(node, List.copyOf(running.values())));
        }
    }

    void wakeUp(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobScheduled scheduled) {
        begin(scheduled.kind(), Duration.between(clock.instant(), scheduled.dueAt()));
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        jobs.stop();
        // Never interrupted: H2 closes the database file if a thread is interrupted during I/O.
        threads.shutdown();
        if (!threads.awaitTermination(GRACE.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warnf("Jobs are still running during the shutdown; they will be taken over: %s", running);
        }
    }

    private void begin(String kind, Duration wait) {
        if (jobs.isStopping() || !isOn(kind)) {
            return;
        }
        try {
            after(wait).execute(() -> guarded(() -> runAll(kind)));
        } catch (RejectedExecutionException e) {
            LOG.debugf(e, "Other nodes run the job of kind %s", kind);
        }
    }

    private boolean isOn(String kind) {
        var handler = handlers.get(kind);
        return handler != null && handler.isOn();
    }

    private Executor after(Duration wait) {
        return wait.isNegative() || wait.isZero()
                ? threads
                // A millisecond more, since a job that is not quite due would wait for the next poll.
                : CompletableFuture.delayedExecutor(wait.toMillis() + 1, TimeUnit.MILLISECONDS, threads);
    }

    /** The thread with the lock continues until no job is left, so nobody need wait for it. */
    private void runAll(String kind) {
        var turn = turns.get(kind);
        for (boolean found = true; found && !jobs.isStopping(); ) {
            if (!turn.tryLock()) {
                return;
            }
            try {
                found = runNext(kind);
            } finally {
                turn.unlock();
            }
        }
    }

    private boolean runNext(String kind) {
        // Again: it may have been switched off since the job was found.
        if (!isOn(kind)) {
            return false;
        }
        var next = queue.claim(kind, node, clock.instant());
        next.ifPresent(this::run);
        return next.isPresent();
    }

    private void run(JobQueue.Claim claim) {
        running.put(claim.kind(), claim);
        try {
            handlers.get(claim.kind()).run(claim.subjectId());
            queue.finish(claim, node);
        } catch (RetryLaterException e) {
            LOG.debugf("Job %s of %d is retried later: %s", claim.kind(), claim.subjectId(), e.getMessage());
            retry(claim, e.delay().orElseGet(() -> usualDelay(claim)));
        } catch (RuntimeException e) {
            var delay = usualDelay(claim);
            LOG.errorf(
                    e,
                    "Job %s of %d failed, attempt %d; retrying in %d s",
                    claim.kind(),
                    claim.subjectId(),
                    claim.attempts(),
                    delay.toSeconds());
            retry(claim, delay);
        } finally {
            running.remove(claim.kind());
        }
    }

    private void retry(JobQueue.Claim claim, Duration delay) {
        queue.retry(claim, node, clock.instant().plus(delay));
    }

    private static Duration usualDelay(JobQueue.Claim claim) {
        return FIRST_DELAY.multipliedBy(1L << Math.min(claim.attempts() - 1, MAX_DOUBLINGS));
    }

    /** An unavailable database is logged once, and once more when it is back. */
    private void guarded(Runnable work) {
        try {
            work.run();
            if (unreachable) {
                unreachable = false;
                LOG.info("The job queue can be read again");
            }
        } catch (RuntimeException e) {
            if (!unreachable && !jobs.isStopping()) {
                unreachable = true;
                LOG.warnf("The job queue cannot be read; retrying: %s", e.getMessage());
                LOG.debug("The job queue cannot be read", e);
            }
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "job");
        thread.setDaemon(true);
        // Otherwise that of the creating thread, which may be the JDK's.
        thread.setContextClassLoader(JobRunner.class.getClassLoader());
        return thread;
    }
}
