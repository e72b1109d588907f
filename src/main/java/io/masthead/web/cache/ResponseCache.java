package io.masthead.web.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.masthead.platform.event.EventDispatcher;
import io.masthead.web.CacheConfig;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * Public responses in memory, bounded by bytes. A response is found as long as nothing that it shows has changed. A
 * response that is requested once does not displace one that is requested often.
 */
// Caffeine finds the classes of such a cache and of its entries by their names.
@RegisterForReflection(
        classNames = {"com.github.benmanes.caffeine.cache.SSSMWA", "com.github.benmanes.caffeine.cache.PSAMW"})
@ApplicationScoped // created when first used, which is after the filters that are made during the build
public class ResponseCache {

    /** So that a few large responses do not displace all others. */
    private static final int LARGEST_PART = 16;

    /** Errors have a share of their own, so that requests for what is missing displace nothing else. */
    private static final int SHARE_OF_ERRORS = 16;

    /** Responses that have changed and are not requested again would stay otherwise. */
    private static final Duration UNUSED_KEPT = Duration.ofHours(1);

    private final Changes changes;
    private final EventDispatcher events;
    private final Clock clock;
    private final long size;
    private final long maxStaleNanos;
    private final Cache<String, Entry> found;
    private final Cache<String, Entry> errors;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder invalidations = new LongAdder();

    ResponseCache(CacheConfig config, Changes changes, EventDispatcher events, Clock clock) {
        this.changes = changes;
        this.events = events;
        this.clock = clock;
        this.size = config.size().asLongValue();
        this.maxStaleNanos = config.maxStale().toNanos();
        this.errors = bounded(size / SHARE_OF_ERRORS);
        this.found = bounded(size - size / SHARE_OF_ERRORS);
    }

    static Cache<String, Entry> bounded(long size) {
        return Caffeine.newBuilder()
                .maximumWeight(size)
                .expireAfterAccess(UNUSED_KEPT)
                .weigher((String key, Entry entry) -> StoredResponse.size(key) + entry.response.weight())
                .recordStats()
                .build();
    }

    boolean isOn() {
        return size > 0;
    }

    /** The number of changes so far; to be read before anything that a response shows. */
    long version() {
        return changes.version();
    }

    /** Null if there is none that is current. */
    StoredResponse find(CacheKey key) {
        var shared = find(found, key.text());
        if (shared != null) {
            return shared;
        }
        var exactText = key.exactText();
        var exact = find(found, exactText);
        return exact == null ? find(errors, exactText) : exact;
    }

    private StoredResponse find(Cache<String, Entry> entries, String text) {
        var entry = entries.getIfPresent(text);
        if (entry == null || !isFresh(entry)) {
            return null;
        }
        if (isCurrent(entry)) {
            return entry.response;
        }
        if (entries.asMap().remove(text, entry)) {
            invalidations.increment();
        }
        return null;
    }

    void countHit() {
        hits.increment();
    }

    void countMiss() {
        misses.increment();
    }

    void store(CacheKey key, StoredResponse response) {
        long room = response.isError() ? size / SHARE_OF_ERRORS : size;
        if (response.weight() <= room / LARGEST_PART && changes.isCurrent(response.tags(), response.version())) {
            entries(response).put(text(key, response), new Entry(response));
        }
    }

    /** Keeps the compressed form of a response, unless it has been replaced. */
    void keepCompressed(CacheKey key, StoredResponse response, Buffer gzip) {
        entries(response)
                .asMap()
                .computeIfPresent(
                        text(key, response),
                        (text, entry) -> entry.response.equals(response) ? new Entry(response.withGzip(gzip)) : entry);
    }

    /** Drops all of them. */
    public void clear() {
        found.invalidateAll();
        errors.invalidateAll();
    }

    long hits() {
        return hits.sum();
    }

    long misses() {
        return misses.sum();
    }

    /** The number of responses that a change has dropped. */
    long invalidations() {
        return invalidations.sum();
    }

    /** The number of responses that others have displaced. */
    long evictions() {
        return found.stats().evictionCount() + errors.stats().evictionCount();
    }

    /** The memory in use, in bytes. */
    long bytes() {
        return bytes(found) + bytes(errors);
    }

    private static long bytes(Cache<String, Entry> entries) {
        return entries.policy()
                .eviction()
                .map(bounded -> bounded.weightedSize().orElse(0))
                .orElse(0L);
    }

    private Cache<String, Entry> entries(StoredResponse response) {
        return response.isError() ? errors : found;
    }

    private static String text(CacheKey key, StoredResponse response) {
        return response.repeatsTarget() ? key.exactText() : key.text();
    }

    private boolean isFresh(Entry entry) {
        var expires = entry.response.expires();
        return events.unreadNanos() <= maxStaleNanos
                && (expires == null || clock.instant().isBefore(expires));
    }

    private boolean isCurrent(Entry entry) {
        long now = changes.version();
        if (entry.checked == now) {
            return true;
        }
        if (!changes.isCurrent(entry.response.tags(), entry.response.version())) {
            return false;
        }
        entry.checked = now;
        return true;
    }

    static final class Entry {

        final StoredResponse response;

        /** The version at which it was last found to be current, which saves a look at each tag. */
        volatile long checked = -1;

        Entry(StoredResponse response) {
            this.response = response;
        }
    }
}
