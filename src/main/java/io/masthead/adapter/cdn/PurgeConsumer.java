package io.masthead.adapter.cdn;

import io.masthead.platform.event.EventConsumer;
import io.masthead.platform.event.StoredEvent;
import io.masthead.platform.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;

/** Stores which tags the CDN must purge, and schedules the purge. */
@ApplicationScoped
class PurgeConsumer implements EventConsumer {

    private final CdnConfig config;
    private final PurgeQueue queue;
    private final Jobs jobs;
    private final Clock clock;

    PurgeConsumer(CdnConfig config, PurgeQueue queue, Jobs jobs, Clock clock) {
        this.config = config;
        this.queue = queue;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "cdn";
    }

    @Override
    public boolean isOn() {
        return Cdn.of(config).isPresent();
    }

    @Override
    public void consume(List<StoredEvent> events) {
        var tags = new TreeMap<String, Long>();
        for (var event : events) {
            event.change().tags().forEach(tag -> tags.put(tag, event.position()));
        }
        if (!tags.isEmpty()) {
            queue.add(tags);
            jobs.scheduleUnlessWaiting(PurgeJob.KIND, 0, clock.instant().plus(config.delay()));
        }
    }
}
