package io.masthead.web.cache;

import io.masthead.platform.event.ContentChanged;
import io.masthead.platform.event.NodeListener;
import io.masthead.platform.event.Tags;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The latest change of each tag, by which a stored response is known to be current. The version of a response is
 * taken before it reads anything, so a response that was read before a change never counts as current.
 */
@Singleton
class Changes implements NodeListener {

    /** With more, all responses made so far count as changed. */
    private static final int MAX_TAGS = 100_000;

    private final Map<String, Long> latest = new ConcurrentHashMap<>();
    private volatile long version;
    private volatile long allChanged;

    /** The number of changes so far. */
    long version() {
        return version;
    }

    /** Whether nothing with one of these tags has changed since. */
    boolean isCurrent(Set<String> tags, long since) {
        for (var tag : tags) {
            var changed = latest.get(tag);
            if (changed != null && changed > since) {
                return false;
            }
        }
        return since >= allChanged; // last, since it is set before the tags are forgotten
    }

    @Override
    public void changed(ContentChanged change) {
        changed(change.tags());
    }

    @Override
    public boolean isDerived() {
        return true;
    }

    synchronized void changed(Set<String> tags) {
        if (tags.isEmpty()) {
            return;
        }
        long next = version + 1;
        if (tags.contains(Tags.SETTINGS) || latest.size() > MAX_TAGS) {
            allChanged = next;
            latest.clear();
        }
        for (var tag : tags) {
            latest.put(tag, next);
        }
        version = next; // last, so that whoever reads it sees the rest
    }
}
