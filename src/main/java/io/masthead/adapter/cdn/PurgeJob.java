package io.masthead.adapter.cdn;

import io.masthead.platform.db.Transactions;
import io.masthead.platform.job.JobHandler;
import io.masthead.platform.job.Jobs;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;

/** Sends the stored tags to the CDN. */
@ApplicationScoped
class PurgeJob implements JobHandler {

    static final String KIND = "cdn.purge";

    private final CdnConfig config;
    private final PurgeQueue queue;
    private final CdnGateway gateway;
    private final Jobs jobs;
    private final Clock clock;

    PurgeJob(CdnConfig config, PurgeQueue queue, CdnGateway gateway, Jobs jobs, Clock clock) {
        this.config = config;
        this.queue = queue;
        this.gateway = gateway;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The settings may be correct now, so a purge that has failed is not kept waiting. */
    void onStart(@Observes StartupEvent event) {
        if (Cdn.of(config).isPresent()) {
            Transactions.requiringNew().run(() -> {
                if (queue.newest() > 0) {
                    schedule();
                }
            });
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(long subjectId) {
        Cdn.of(config).ifPresent(this::purgeAll);
    }

    /** Changes that follow have their own run, after their own delay. */
    private void purgeAll(Cdn cdn) {
        long newest = Transactions.requiringNew().call(queue::newest);
        while (!jobs.isStopping()) {
            var tags = Transactions.requiringNew().call(() -> queue.next(newest, cdn.maxTags()));
            if (tags.isEmpty()) {
                return;
            }
            var everything = tags.containsKey(PurgeQueue.EVERYTHING);
            gateway.send(cdn, everything ? cdn.purgeEverything() : cdn.purge(List.copyOf(tags.keySet())));
            Transactions.requiringNew().run(() -> queue.remove(tags));
        }
        Transactions.requiringNew().run(this::schedule);
    }

    private void schedule() {
        jobs.schedule(KIND, 0, clock.instant());
    }
}
