package io.masthead.adapter.cdn;

import io.masthead.platform.db.Transactions;
import io.masthead.platform.job.JobHandler;
import io.masthead.platform.job.Jobs;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.SortedMap;

/** Sends the stored tags to the CDN, and schedules their repetition. */
@ApplicationScoped
class PurgeJob implements JobHandler {

    static final String KIND = "cdn.purge";

    private final CdnConfig config;
    private final PurgeQueue queue;
    private final PurgeCalls calls;
    private final Jobs jobs;
    private final Clock clock;

    PurgeJob(CdnConfig config, PurgeQueue queue, PurgeCalls calls, Jobs jobs, Clock clock) {
        this.config = config;
        this.queue = queue;
        this.calls = calls;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The settings may be correct now, so a purge that has failed is not kept waiting. */
    void onStart(@Observes StartupEvent event) {
        if (isOn()) {
            Transactions.requiringNew().run(() -> {
                jobs.schedule(KIND, 0, clock.instant());
                jobs.schedule(PurgeRepetition.KIND, 0, clock.instant());
            });
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isOn() {
        return calls.areOn();
    }

    /** A tag that changes meanwhile is purged now, and again in the run that the change has scheduled. */
    @Override
    public void run(long subjectId) {
        if (!calls.send(Transactions.requiringNew().call(queue::waiting), this::confirmed)) {
            Transactions.requiringNew().run(() -> jobs.schedule(KIND, 0, clock.instant()));
        }
    }

    private void confirmed(SortedMap<String, Long> tags) {
        Transactions.requiringNew().run(() -> {
            if (config.repeatAfter().isZero()) {
                queue.remove(tags);
            } else {
                var at = clock.instant().plus(config.repeatAfter());
                queue.repeat(tags, at);
                jobs.scheduleUnlessWaiting(PurgeRepetition.KIND, 0, at);
            }
        });
    }
}
