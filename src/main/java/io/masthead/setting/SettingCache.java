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
 * The settings as this node last read them, so that reading them costs no statement. A change on
 * another node is seen within a second, and after {@link #KEPT} if no event can be read.
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
        // Not kept if it was forgotten meanwhile: it may have been read before the change.
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

    /** A new one each time: what a reader compares with is which one it is, not what it says. */
    private static Reading nothing() {
        return new Reading(null, Instant.EPOCH);
    }
}
