package io.masthead.media;

import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.event.ContentChanged;
import io.masthead.platform.event.Events;
import io.masthead.platform.event.Subject;
import io.masthead.platform.event.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Publishes changes of media. */
@ApplicationScoped
class MediaEvents {

    private final Events events;

    MediaEvents(Events events) {
        this.events = events;
    }

    /**
     * @param version 0 if it has not been read
     * @param actorId null if no user made the change
     */
    void publish(long id, ChangeAction action, long version, Long actorId) {
        events.publish(new ContentChanged(
                Subject.MEDIA, id, action, version, null, Set.of(Tags.media(id), Tags.MEDIA), actorId));
    }
}
