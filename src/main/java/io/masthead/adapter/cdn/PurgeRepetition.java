package io.masthead.adapter.cdn;

import io.masthead.platform.db.Transactions;
import io.masthead.platform.job.JobHandler;
import io.masthead.platform.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Purges tags again, some time after their first purge: another node that learned of the change later, or a
 * read that had begun before it, may have given the CDN the old response since.
 */
@ApplicationScoped
class PurgeRepetition implements JobHandler {

    /** A kind of its own, so that purges of further changes do not wait for it. */
    static final String KIND = "cdn.repeat";

    private final PurgeQueue queue;
    private final PurgeCalls calls;
    private final Jobs jobs;
    private final Clock clock;

    PurgeRepetition(PurgeQueue queue, PurgeCalls calls, Jobs jobs, Clock clock) {
        this.queue = queue;
        this.calls = calls;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isOn() {
        return calls.areOn();
    }

    /** What is left is scheduled again: later repetitions, or all that a stop has interrupted. */
    @Override
    public void run(long subjectId) {
        var due = Transactions.requiringNew().call(() -> queue.repeats(clock.instant()));
        calls.send(due, tags -> Transactions.requiringNew().run(() -> queue.remove(tags)));
        Transactions.requiringNew()
                .run(() -> queue.nextRepeat().ifPresent(at -> jobs.scheduleUnlessWaiting(KIND, 0, at)));
    }
}
