package io.masthead.comment;

import io.masthead.kernel.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Handles the comments of a user who is being deleted, in the deleting transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class AuthorComments {

    private final CommentRepository comments;
    private final CommentEvents events;
    private final Clock clock;

    AuthorComments(CommentRepository comments, CommentEvents events, Clock clock) {
        this.comments = comments;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Turns them into comments of a guest.
     *
     * @param name the name of that guest
     */
    public void convertToGuest(long userId, String name, Actor actor) {
        events.authorRemoved(comments.postsCommentedBy(userId), actor.userId());
        comments.convertToGuest(userId, name, clock.instant());
    }
}
