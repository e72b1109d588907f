package io.masthead.media;

/** Fields of a file that a search can compare as they were written. */
public enum MediaField {
    TITLE("m.title"),
    CAPTION("m.caption"),
    DESCRIPTION("m.description");

    private final String path;

    MediaField(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }
}
