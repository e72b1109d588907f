package io.masthead.media;

/** What a selection of media can be ordered by. */
public enum MediaOrder {
    CREATED("m.createdAt"),
    UPDATED("m.updatedAt"),
    TITLE("m.titleKey"),
    SLUG("m.slug"),
    AUTHOR("m.author.id"),
    /** Those that belong to nothing first. */
    PARENT("coalesce(m.postId, 0)"),
    ID("m.id"),
    /** As the ids were listed. */
    LISTED_IDS(null),
    /** As the slugs were listed. */
    LISTED_SLUGS(null);

    private final String path;

    MediaOrder(String path) {
        this.path = path;
    }

    /** Null where the order is that of a list in the selection. */
    String path() {
        return path;
    }
}
