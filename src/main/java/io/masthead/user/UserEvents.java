package io.masthead.user;

import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.event.ContentChanged;
import io.masthead.platform.event.Events;
import io.masthead.platform.event.Subject;
import io.masthead.platform.event.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Publishes changes of users, and of what they sign in with. */
@ApplicationScoped
public class UserEvents {

    private final Events events;

    UserEvents(Events events) {
        this.events = events;
    }

    /**
     * @param actorId null where no user did it
     */
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
     * What a user may do, or how the user gets in, has changed: role, suspension, password, a token,
     * a session. What is kept in memory of the user's credentials is forgotten after the commit.
     */
    public void accessChanged(long userId) {
        events.publish(new ContentChanged(Subject.CREDENTIAL, userId, ChangeAction.UPDATED, 0, null, Set.of(), null));
    }
}
