package io.masthead.post.revision;

/** How a revision came about. */
public enum RevisionKind {
    /**
     * The content of a post before its first change. WordPress has no such revision, so its API omits it and
     * counts exclude it.
     */
    ORIGINAL,
    /** A saved state. */
    REVISION,
    /** Unsaved changes; each user has at most one for a post. */
    AUTOSAVE
}
