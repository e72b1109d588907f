package io.masthead.comment;

import io.masthead.kernel.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** The comments of a user who goes, in the transaction that deletes the user. */
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
     * They become those of a guest.
     *
     * @param name the name of that guest
     */
    public void release(long userId, String name, Actor actor) {
        events.authorGone(comments.postsCommentedBy(userId), actor.userId());
        comments.release(userId, name, clock.instant());
    }
}
