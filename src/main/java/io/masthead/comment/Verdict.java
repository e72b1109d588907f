package io.masthead.comment;

/**
 * Which status a comment is to have, and why.
 *
 * @param reason more of why; may be empty, at most 200 characters
 */
record Verdict(CommentStatus status, Cause cause, String reason) {

    boolean isShownOrHeld() {
        return status == CommentStatus.APPROVED || status == CommentStatus.PENDING;
    }
}
