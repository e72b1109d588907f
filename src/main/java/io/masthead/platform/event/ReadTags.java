package io.masthead.platform.event;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Records the {@link Tags} of what a request reads, by which its response can be dropped from caches. Queries of
 * the core record the items that they return, and the collection that a new item would enter; nothing is recorded
 * outside a request.
 */
@ApplicationScoped
public class ReadTags {

    private final RecordedTags recorded;

    ReadTags(RecordedTags recorded) {
        this.recorded = recorded;
    }

    public void add(String... tags) {
        add(List.of(tags));
    }

    public void add(Collection<String> tags) {
        if (Arc.container().requestContext().isActive()) {
            recorded.add(tags);
        }
    }

    /** Records that time alone changes what has been read. */
    public void until(Instant change) {
        if (Arc.container().requestContext().isActive()) {
            recorded.until(change);
        }
    }

    /** When time alone changes what has been read; null if it does not. */
    public Instant changesAt() {
        return recorded.changesAt();
    }

    /** What the current request has read so far, in the order in which it was read. */
    public Set<String> all() {
        return recorded.all();
    }
}
