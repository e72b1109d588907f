package io.masthead.user;

import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.event.ContentChanged;
import io.masthead.platform.event.Events;
import io.masthead.platform.event.Subject;
import io.masthead.platform.event.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Publishes changes of users and of their credentials. */
@ApplicationScoped
public class UserEvents {

    private final Events events;

    UserEvents(Events events) {
        this.events = events;
    }

    /** @param actorId null if no user made the change */
    void publish(User user, ChangeAction action, Long actorId) {
        events.publish(new ContentChanged(
                Subject.USER,
                user.id(),
                action,
                user.version(),
                null,
                Set.of(Tags.user(user.id()), Tags.author(user.id()), Tags.USERS),
                actorId));
    }

    /**
     * A role, suspension, password, token or session has changed. Cached credentials of the user are dropped
     * after the commit.
     */
    public void accessChanged(long userId) {
        events.publish(new ContentChanged(Subject.CREDENTIAL, userId, ChangeAction.UPDATED, 0, null, Set.of(), null));
    }
}
