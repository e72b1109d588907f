package io.masthead.adapter.cdn;

import io.masthead.platform.db.Transactions;
import io.masthead.platform.job.JobHandler;
import io.masthead.platform.job.Jobs;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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
        if (isOn()) {
            Transactions.requiringNew().run(() -> {
                if (queue.size() > 0) {
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
    public boolean isOn() {
        return Cdn.of(config).isPresent();
    }

    @Override
    public void run(long subjectId) {
        purge(Cdn.of(config).orElseThrow());
    }

    /** A tag that changes meanwhile is purged now, and again in the run that the change has scheduled. */
    private void purge(Cdn cdn) {
        var waiting = Transactions.requiringNew().call(queue::waiting);
        if (waiting.containsKey(PurgeQueue.EVERYTHING)) {
            purgeEverything(cdn, waiting);
            return;
        }
        for (var part : parts(waiting, cdn.maxTags())) {
            if (jobs.isStopping()) {
                Transactions.requiringNew().run(this::schedule);
                return;
            }
            if (!gateway.purge(cdn, List.copyOf(part.keySet()))) {
                purgeEverything(cdn, waiting);
                return;
            }
            remove(part);
        }
    }

    private void purgeEverything(Cdn cdn, SortedMap<String, Long> waiting) {
        gateway.purgeEverything(cdn);
        remove(waiting);
    }

    private void remove(SortedMap<String, Long> purged) {
        Transactions.requiringNew().run(() -> queue.remove(purged));
    }

    /** Collections come first, since most responses have them; then the tags of the oldest events. */
    private static List<SortedMap<String, Long>> parts(Map<String, Long> tags, int size) {
        var order = Comparator.<Map.Entry<String, Long>, Boolean>comparing(
                        tag -> tag.getKey().contains("-"))
                .thenComparing(Map.Entry::getValue)
                .thenComparing(Map.Entry::getKey);
        var parts = new ArrayList<SortedMap<String, Long>>();
        for (var tag : tags.entrySet().stream().sorted(order).toList()) {
            if (parts.isEmpty() || parts.get(parts.size() - 1).size() == size) {
                parts.add(new TreeMap<>());
            }
            parts.get(parts.size() - 1).put(tag.getKey(), tag.getValue());
        }
        return parts;
    }

    private void schedule() {
        jobs.schedule(KIND, 0, clock.instant());
    }
}
