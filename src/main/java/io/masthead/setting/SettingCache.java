package io.masthead.setting;

import io.masthead.platform.event.ContentChanged;
import io.masthead.platform.event.NodeListener;
import io.masthead.platform.event.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The settings as this node last read them, so that reading them takes no statement. A change on another node
 * takes effect within a second, and after {@link #KEPT} if events cannot be read.
 */
@ApplicationScoped
class SettingCache implements NodeListener {

    static final Duration KEPT = Duration.ofSeconds(5);

    private record Reading(SiteSettings settings, Instant at) {}

    private final AtomicReference<Reading> last = new AtomicReference<>(nothing());
    private final SiteSettingsRepository repository;
    private final Clock clock;

    SettingCache(SiteSettingsRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    SiteSettings get() {
        var kept = last.get();
        var now = clock.instant();
        if (kept.settings() != null
                && !now.isBefore(kept.at())
                && now.isBefore(kept.at().plus(KEPT))) {
            return kept.settings();
        }
        var read = repository.read();
        // Not cached if it was invalidated meanwhile: it may have been read before the change.
        last.compareAndSet(kept, new Reading(read, now));
        return read;
    }

    @Override
    public void changed(ContentChanged change) {
        if (change.subject() == Subject.SETTINGS) {
            forget();
        }
    }

    void forget() {
        last.set(nothing());
    }

    /** A new instance each time, since instances are compared by identity. */
    private static Reading nothing() {
        return new Reading(null, Instant.EPOCH);
    }
}
