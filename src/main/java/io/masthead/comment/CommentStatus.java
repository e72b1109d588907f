package io.masthead.comment;

/** Whether readers see a comment, and why not. */
public enum CommentStatus {
    /** Waits for a moderator. */
    PENDING,
    /** Shown, and counted by its post. */
    APPROVED,
    SPAM,
    TRASHED,
}
