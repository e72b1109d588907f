package io.masthead.taxonomy;

/** The two ways of sorting posts. */
public enum TermKind {
    /** A place in a tree; a post that names none goes to the default one. */
    CATEGORY,
    /** A free label. */
    TAG;

    /** The scope in which a slug of this kind is unique. */
    public String slugScope() {
        return this == CATEGORY ? "category" : "tag";
    }
}
