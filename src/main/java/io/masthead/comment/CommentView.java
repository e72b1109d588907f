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
 * @param avatarUrl the address of a picture of its author; null where there is none
 */
public record CommentView(
        Comment comment, boolean moderated, boolean own, String editToken, Instant editableUntil, String avatarUrl) {

    /** The status as this caller is told it. */
    public CommentStatus status() {
        return moderated || comment.isApproved() ? comment.status() : CommentStatus.PENDING;
    }
}
