package io.masthead.comment;

/** The status of a comment, which decides who sees it. */
public enum CommentStatus {
    /** Waits for a moderator. */
    PENDING,
    /** Shown, and counted by its post. */
    APPROVED,
    SPAM,
    TRASHED,
}
