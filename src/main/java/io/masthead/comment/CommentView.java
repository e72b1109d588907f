package io.masthead.comment;

import java.time.Instant;

/**
 * A comment as one caller may see it.
 *
 * @param moderated whether the caller sees what only moderators do: e-mail, address, user agent,
 *     source and the true status
 * @param own whether the caller is its author, who sees the source, and who is told of a comment
 *     that is not shown that it waits
 * @param editToken null unless the caller has just written it
 * @param editableUntil when its author's time to change it ends; null for everybody else
 */
public record CommentView(
        Comment comment, boolean moderated, boolean own, String editToken, Instant editableUntil) {

    static CommentView moderated(Comment comment) {
        return new CommentView(comment, true, false, null, null);
    }

    /** The status as this caller is told it. */
    public CommentStatus status() {
        return moderated || comment.isApproved() ? comment.status() : CommentStatus.PENDING;
    }
}
