package io.masthead.taxonomy;

import io.masthead.kernel.SortKey;

/** Orders of lists of categories and tags; equal keys are ordered by id. */
public enum TermSort implements SortKey<Term> {
    NAME("name", "t.nameKey"),
    /** By the number of published posts. */
    COUNT("count", "t.publishedCount"),
    ID("id", "t.id"),
    SLUG("t.slug"),
    /** Compared without case; terms without one first. */
    DESCRIPTION("lower(coalesce(t.description, ''))"),
    /** In the order in which the ids were requested; it has no direction. */
    LISTED_IDS(null),
    /** In the order in which the slugs were requested; it has no direction. */
    LISTED_SLUGS(null);

    private final String parameter;
    private final String path;

    /** An order that supports no cursor. */
    TermSort(String path) {
        this(null, path);
    }

    TermSort(String parameter, String path) {
        this.parameter = parameter;
        this.path = path;
    }

    @Override
    public String parameter() {
        return parameter;
    }

    @Override
    public boolean hasCursor() {
        return parameter != null;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Object keyOf(Term row) {
        return switch (this) {
            case NAME -> row.nameKey();
            case COUNT -> row.publishedCount();
            case ID -> row.id();
            case SLUG, DESCRIPTION, LISTED_IDS, LISTED_SLUGS -> throw withoutCursor();
        };
    }

    @Override
    public Object parse(String key) {
        return switch (this) {
            case NAME -> key;
            case COUNT -> Integer.valueOf(key);
            case ID -> Long.valueOf(key);
            case SLUG, DESCRIPTION, LISTED_IDS, LISTED_SLUGS -> throw withoutCursor();
        };
    }

    private IllegalStateException withoutCursor() {
        return new IllegalStateException(this + " supports numbered pages only");
    }
}
