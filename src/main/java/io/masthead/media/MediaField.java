package io.masthead.media;

/** What is said of a file that can be searched as it was written. */
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
