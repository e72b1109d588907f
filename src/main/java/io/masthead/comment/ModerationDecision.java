package io.masthead.comment;

/**
 * The status a comment should have, and why.
 *
 * @param reason details; may be empty, at most 200 characters
 */
public record ModerationDecision(CommentStatus status, Cause cause, String reason) {

    /** For moderators, and for authors on their own posts. */
    static final ModerationDecision TRUSTED = new ModerationDecision(CommentStatus.APPROVED, Cause.RULE, "trusted");

    /** Pending until the services have been asked, whatever the status is then. */
    ModerationDecision whileUnchecked() {
        return new ModerationDecision(
                CommentStatus.PENDING, cause, status == CommentStatus.APPROVED ? "unchecked" : reason);
    }

    /** Stays pending. */
    ModerationDecision pending() {
        return new ModerationDecision(CommentStatus.PENDING, cause, reason);
    }

    boolean isApprovedOrPending() {
        return status == CommentStatus.APPROVED || status == CommentStatus.PENDING;
    }
}
