package io.masthead.taxonomy;

import io.masthead.kernel.SortKey;

/** What lists of categories and tags can be sorted by. */
public enum TermSort implements SortKey<Term> {
    NAME("name", "t.nameKey"),
    /** By how many published posts there are. */
    COUNT("count", "t.publishedCount"),
    ID("id", "t.id");

    private final String parameter;
    private final String path;

    TermSort(String parameter, String path) {
        this.parameter = parameter;
        this.path = path;
    }

    @Override
    public String parameter() {
        return parameter;
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
        };
    }

    @Override
    public Object parse(String key) {
        return switch (this) {
            case NAME -> key;
            case COUNT -> Integer.valueOf(key);
            case ID -> Long.valueOf(key);
        };
    }
}
