package io.masthead.platform.event;

import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** The tags of one request. */
@RequestScoped
class RecordedTags {

    private final Set<String> tags = new LinkedHashSet<>();
    private Instant changesAt;

    void add(Collection<String> read) {
        tags.addAll(read);
    }

    void until(Instant change) {
        if (changesAt == null || change.isBefore(changesAt)) {
            changesAt = change;
        }
    }

    Instant changesAt() {
        return changesAt;
    }

    Set<String> all() {
        return Collections.unmodifiableSet(tags);
    }
}
