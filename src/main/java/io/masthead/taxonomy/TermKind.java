package io.masthead.taxonomy;

/** The two kinds of terms. */
public enum TermKind {
    /** A node of a tree; posts without a category get the default one. */
    CATEGORY,
    /** A free label. */
    TAG;

    /** The scope in which a slug of this kind is unique. */
    public String slugScope() {
        return this == CATEGORY ? "category" : "tag";
    }
}
