package io.masthead.platform.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.SortedMap;

/** Promises work in the caller's transaction: it is done if and only if that one commits. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Jobs {

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
     * Has the work done at that time or soon after, on exactly one node. It replaces what was
     * promised earlier for the same kind and subject; work that is running then runs once more.
     */
    public void schedule(String kind, long subjectId, Instant dueAt) {
        queue.put(kind, subjectId, dueAt);
        if (!dueAt.isAfter(clock.instant())) {
            scheduled.fire(new JobScheduled(kind));
        }
    }

    /**
     * As {@link #schedule(String, long, Instant)}, for many; one statement where nothing was
     * promised before.
     *
     * @param dueAt by subject
     */
    public void schedule(String kind, SortedMap<Long, Instant> dueAt) {
        queue.put(kind, dueAt);
        if (dueAt.values().stream().anyMatch(time -> !time.isAfter(clock.instant()))) {
            scheduled.fire(new JobScheduled(kind));
        }
    }

    /** As {@link #cancel(String, long)}, for many; one statement, or none for none. */
    public void cancel(String kind, Collection<Long> subjectIds) {
        if (!subjectIds.isEmpty()) {
            queue.remove(kind, subjectIds);
        }
    }

    /** Takes the promise back; work that is running already is not stopped. */
    public void cancel(String kind, long subjectId) {
        queue.remove(kind, subjectId);
    }

    /**
     * Whether this node is about to stop. Long work then promises its rest anew and returns, so
     * that another node, or this one after its start, goes on.
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean isStopping() {
        return stopping;
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    void stop() {
        stopping = true;
    }
}
