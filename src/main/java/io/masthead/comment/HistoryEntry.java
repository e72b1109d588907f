package io.masthead.comment;

import java.time.Instant;

/**
 * An entry in the history of a comment.
 *
 * @param actorId the user who decided; null if no user did
 * @param action the new status, or {@code edited} or {@code deleted}
 * @param cause as {@link Cause}, in lower case
 * @param reason the name of a rule or other details; may be empty
 */
public record HistoryEntry(Instant at, Long actorId, String action, String cause, String reason) {

    static HistoryEntry first(Comment comment) {
        return new HistoryEntry(
                comment.createdAt(),
                null,
                CommentTransitions.word(comment.status()),
                CommentTransitions.word(comment.verdict()),
                comment.verdictReason());
    }
}
