package io.masthead.adapter.cdn;

import io.masthead.platform.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Sends tags in as few calls as the CDN allows. */
@ApplicationScoped
class PurgeCalls {

    private final CdnConfig config;
    private final CdnGateway gateway;
    private final Jobs jobs;

    PurgeCalls(CdnConfig config, CdnGateway gateway, Jobs jobs) {
        this.config = config;
        this.gateway = gateway;
        this.jobs = jobs;
    }

    boolean areOn() {
        return Cdn.of(config).isPresent();
    }

    /**
     * Returns false if the node stops before all are sent.
     *
     * @param confirmed takes what the CDN has purged, after each call
     */
    boolean send(SortedMap<String, Long> tags, Consumer<SortedMap<String, Long>> confirmed) {
        var cdn = Cdn.of(config).orElseThrow();
        var everything = tags.containsKey(PurgeQueue.EVERYTHING);
        if (!everything) {
            for (var part : parts(tags, cdn.maxTags())) {
                if (jobs.isStopping()) {
                    return false;
                }
                everything = !gateway.purge(cdn, List.copyOf(part.keySet()));
                if (everything) {
                    break;
                }
                confirmed.accept(part);
            }
        }
        if (everything) {
            gateway.purgeEverything(cdn);
            confirmed.accept(tags);
        }
        return true;
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
}
