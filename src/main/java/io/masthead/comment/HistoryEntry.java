package io.masthead.comment;

import java.time.Instant;

/**
 * One entry of what became of a comment.
 *
 * @param actorId the user who decided; null where no user did
 * @param action the status it took on, or {@code edited} or {@code deleted}
 * @param cause as {@link Cause}, in lower case
 * @param reason the name of a rule or more of why; may be empty
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
