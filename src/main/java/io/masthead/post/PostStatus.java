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
    TRASHED;

    /** Whether a post of this status is found by a slug; others may have one and need none. */
    boolean needsSlug() {
        return this == SCHEDULED || this == PUBLISHED || this == PRIVATE;
    }
}
