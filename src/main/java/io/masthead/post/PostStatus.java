package io.masthead.post;

/** The status of a post. */
public enum PostStatus {
    DRAFT,
    /** Waiting for someone who may publish it. */
    PENDING,
    /** Is published automatically at its time. */
    SCHEDULED,
    PUBLISHED,
    /** Finished, but visible only to its author and to users who may read private posts. */
    PRIVATE,
    TRASHED;

    /** Whether posts of this status are found by a slug; others may have one but need none. */
    boolean needsSlug() {
        return this == SCHEDULED || this == PUBLISHED || this == PRIVATE;
    }
}
