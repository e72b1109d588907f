package io.masthead.taxonomy;

/** Fields of a category or tag that a search can compare as they were written. */
public enum TermField {
    NAME("t.name"),
    SLUG("t.slug");

    private final String path;

    TermField(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }
}
