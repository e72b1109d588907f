package io.masthead.comment;

import java.time.Instant;

/**
 * A comment as one caller may see it.
 *
 * @param moderated whether the caller sees what only moderators see: e-mail, address, user agent, source and
 *     the true status
 * @param own whether the caller is its author, who sees the source, and sees a comment that is not shown as
 *     pending
 * @param editToken null unless the caller has just written it
 * @param editableUntil when its author's time to change it ends; null for all other callers
 * @param avatarUrl the URL of a picture of its author; null if there is none
 */
public record CommentView(
        Comment comment, boolean moderated, boolean own, String editToken, Instant editableUntil, String avatarUrl) {

    /** The status that this caller may see. */
    public CommentStatus status() {
        return moderated || comment.isApproved() ? comment.status() : CommentStatus.PENDING;
    }
}
