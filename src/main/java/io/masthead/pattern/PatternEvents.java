package io.masthead.pattern;

import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.event.ContentChanged;
import io.masthead.platform.event.Events;
import io.masthead.platform.event.Subject;
import io.masthead.platform.event.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Publishes changes of patterns. */
@ApplicationScoped
class PatternEvents {

    private final Events events;

    PatternEvents(Events events) {
        this.events = events;
    }

    /** @param actorId null if no user made the change */
    void publish(Pattern pattern, ChangeAction action, Long actorId) {
        events.publish(new ContentChanged(
                Subject.PATTERN,
                pattern.id(),
                action,
                pattern.version(),
                null,
                Set.of(Tags.pattern(pattern.id()), Tags.PATTERNS),
                actorId));
    }
}
