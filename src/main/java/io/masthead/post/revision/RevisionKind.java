package io.masthead.post.revision;

/** How a revision came to be. */
public enum RevisionKind {
    /**
     * What a post said before its first change. WordPress keeps no such thing, so that its surface
     * leaves it out and no post counts it.
     */
    ORIGINAL,
    /** What somebody saved. */
    REVISION,
    /** What somebody has written and not saved yet; each user has one for a post. */
    AUTOSAVE
}
