package io.masthead.comment;

import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.event.ContentChanged;
import io.masthead.platform.event.ContentChanged.StatusChange;
import io.masthead.platform.event.Events;
import io.masthead.platform.event.Subject;
import io.masthead.platform.event.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Publishes changes of comments; {@code actorId} is null where no user made them. */
@ApplicationScoped
class CommentEvents {

    private final Events events;

    CommentEvents(Events events) {
        this.events = events;
    }

    void created(Comment comment, Long actorId) {
        publish(comment, ChangeAction.CREATED, new StatusChange(null, word(comment.status())), actorId);
    }

    void edited(Comment comment, Long actorId) {
        publish(comment, ChangeAction.UPDATED, null, actorId);
    }

    void statusChanged(Comment comment, CommentStatus before, Long actorId) {
        publish(comment, ChangeAction.UPDATED, new StatusChange(word(before), word(comment.status())), actorId);
    }

    void deleted(Comment comment, Long actorId) {
        publish(comment, ChangeAction.DELETED, new StatusChange(word(comment.status()), null), actorId);
    }

    /** The comments of a user on these posts are those of a guest now. */
    void authorGone(Collection<Long> postIds, Long actorId) {
        if (!postIds.isEmpty()) {
            var tags = postIds.stream().map(Tags::commentsOn).collect(Collectors.toSet());
            tags.add(Tags.COMMENTS);
            events.publish(new ContentChanged(Subject.COMMENT, null, ChangeAction.UPDATED, 0, null, tags, actorId));
        }
    }

    /** The post is among the tags, since it shows how many comments it has. */
    private void publish(Comment comment, ChangeAction action, StatusChange status, Long actorId) {
        events.publish(new ContentChanged(
                Subject.COMMENT,
                comment.id(),
                action,
                comment.version(),
                status,
                Set.of(
                        Tags.comment(comment.id()),
                        Tags.commentsOn(comment.postId()),
                        Tags.COMMENTS,
                        Tags.post(comment.postId()),
                        Tags.page(comment.postId())),
                actorId));
    }

    private static String word(CommentStatus status) {
        return CommentTransitions.word(status);
    }
}
