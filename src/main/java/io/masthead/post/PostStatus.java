package io.masthead.post;

/** Where a post is in its life. */
public enum PostStatus {
    DRAFT,
    /** Waiting for somebody who may publish. */
    PENDING,
    /** Becomes published by itself at its time. */
    SCHEDULED,
    PUBLISHED,
    /** Done, and shown only to its author and to those who may read private posts. */
    PRIVATE,
    TRASHED,
}
