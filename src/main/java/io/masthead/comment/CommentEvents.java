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
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Publishes changes of comments; {@code actorId} is null if no user made them. */
@ApplicationScoped
class CommentEvents {

    private final Events events;

    CommentEvents(Events events) {
        this.events = events;
    }

    void created(Comment comment, Long actorId) {
        publish(
                comment,
                ChangeAction.CREATED,
                new StatusChange(null, word(comment.status())),
                comment.status() == CommentStatus.APPROVED,
                actorId);
    }

    /** @param formerPostId the post it was on before */
    void edited(Comment comment, long formerPostId, Long actorId) {
        var tags = new TreeSet<>(tags(comment.postId()));
        tags.addAll(tags(formerPostId));
        tags.add(Tags.comment(comment.id()));
        events.publish(new ContentChanged(
                Subject.COMMENT, comment.id(), ChangeAction.UPDATED, comment.version(), null, tags, actorId));
    }

    void statusChanged(Comment comment, CommentStatus before, Long actorId) {
        publish(
                comment,
                ChangeAction.UPDATED,
                new StatusChange(word(before), word(comment.status())),
                before == CommentStatus.APPROVED || comment.status() == CommentStatus.APPROVED,
                actorId);
    }

    /** @param hadReplies whether others, which may be shown, have moved up */
    void deleted(Comment comment, boolean hadReplies, Long actorId) {
        publish(
                comment,
                ChangeAction.DELETED,
                new StatusChange(word(comment.status()), null),
                comment.isApproved() || hadReplies,
                actorId);
    }

    /** The comments of a user on these posts have become those of a guest. */
    void authorRemoved(Collection<Long> postIds, Long actorId) {
        if (!postIds.isEmpty()) {
            var tags = postIds.stream().flatMap(id -> tags(id).stream()).collect(Collectors.toSet());
            events.publish(new ContentChanged(Subject.COMMENT, null, ChangeAction.UPDATED, 0, null, tags, actorId));
        }
    }

    /** @param isShown whether a public response changes; a flood of spam must not empty caches */
    private void publish(Comment comment, ChangeAction action, StatusChange status, boolean isShown, Long actorId) {
        var tags = new TreeSet<String>();
        if (isShown) {
            tags.addAll(tags(comment.postId()));
            tags.add(Tags.comment(comment.id()));
        }
        events.publish(
                new ContentChanged(Subject.COMMENT, comment.id(), action, comment.version(), status, tags, actorId));
    }

    /** Includes the post, which shows its number of comments. */
    private static Set<String> tags(long postId) {
        return Set.of(Tags.COMMENTS, Tags.commentsOn(postId), Tags.post(postId), Tags.page(postId));
    }

    private static String word(CommentStatus status) {
        return CommentTransitions.word(status);
    }
}
