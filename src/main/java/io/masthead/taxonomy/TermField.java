package io.masthead.taxonomy;

/** What of a category or tag can be searched as it was written. */
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
