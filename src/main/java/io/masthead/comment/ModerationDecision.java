package io.masthead.comment;

/**
 * Which status a comment is to have, and why.
 *
 * @param reason more of why; may be empty, at most 200 characters
 */
public record ModerationDecision(CommentStatus status, Cause cause, String reason) {

    /** Moderators, and authors on their own posts, say what they like. */
    static final ModerationDecision TRUSTED = new ModerationDecision(CommentStatus.APPROVED, Cause.RULE, "trusted");

    /** It waits until somebody has been asked, whatever it is to be then. */
    ModerationDecision whileUnchecked() {
        return new ModerationDecision(
                CommentStatus.PENDING, cause, status == CommentStatus.APPROVED ? "unchecked" : reason);
    }

    /** It waits on. */
    ModerationDecision held() {
        return new ModerationDecision(CommentStatus.PENDING, cause, reason);
    }

    boolean isShownOrHeld() {
        return status == CommentStatus.APPROVED || status == CommentStatus.PENDING;
    }
}
