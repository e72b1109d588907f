package io.masthead.platform.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.SortedMap;

/** Schedules jobs in the caller's transaction: a job runs if and only if it commits. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Jobs {

    /** Jobs that are due within this time are announced; polling finds later ones. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final JobQueue queue;
    private final Event<JobScheduled> scheduled;
    private final Clock clock;
    private volatile boolean stopping;

    Jobs(JobQueue queue, Event<JobScheduled> scheduled, Clock clock) {
        this.queue = queue;
        this.scheduled = scheduled;
        this.clock = clock;
    }

    /**
     * Schedules a job to run at that time or soon after, on exactly one node. It replaces an earlier schedule
     * of the same kind and subject; a job that is running then runs once more.
     */
    public void schedule(String kind, long subjectId, Instant dueAt) {
        queue.put(kind, subjectId, dueAt);
        announce(kind, dueAt);
    }

    /**
     * As {@link #schedule(String, long, Instant)}, but a job that waits for its time, or after a failure for its
     * retry, keeps that time. A job that is running then runs once more.
     */
    public void scheduleUnlessWaiting(String kind, long subjectId, Instant dueAt) {
        queue.putUnlessWaiting(kind, subjectId, dueAt);
        announce(kind, dueAt);
    }

    /**
     * As {@link #schedule(String, long, Instant)}, for several jobs; one statement if none was scheduled
     * before.
     *
     * @param dueAt by subject
     */
    public void schedule(String kind, SortedMap<Long, Instant> dueAt) {
        queue.put(kind, dueAt);
        dueAt.values().stream().min(Comparator.naturalOrder()).ifPresent(first -> announce(kind, first));
    }

    /** As {@link #cancel(String, long)}, for several jobs; one statement, or none if there are none. */
    public void cancel(String kind, Collection<Long> subjectIds) {
        if (!subjectIds.isEmpty()) {
            queue.remove(kind, subjectIds);
        }
    }

    /** Cancels a job; one that is already running is not stopped. */
    public void cancel(String kind, long subjectId) {
        queue.remove(kind, subjectId);
    }

    /**
     * Whether this node is about to stop. A long job then schedules its remaining work again and returns, so
     * that another node, or this one after its restart, continues.
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean isStopping() {
        return stopping;
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    void stop() {
        stopping = true;
    }

    private void announce(String kind, Instant dueAt) {
        if (dueAt.isBefore(clock.instant().plus(SOON))) {
            scheduled.fire(new JobScheduled(kind, dueAt));
        }
    }
}
