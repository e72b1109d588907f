package io.masthead.media;

import io.masthead.kernel.SortKey;
import java.time.Instant;

/** What lists of media can be sorted by; the id decides between equals. */
public enum MediaSort implements SortKey<Media> {
    CREATED("created", "m.createdAt"),
    TITLE("title", "m.titleKey"),
    ID("id", "m.id"),
    UPDATED("m.updatedAt"),
    SLUG("m.slug"),
    /** Those whose author is not shown to the caller first, so that no order tells who it is. */
    AUTHOR("m.author.id"),
    /** Those that belong to nothing first. */
    PARENT("coalesce(m.postId, 0)"),
    /** In the order in which their ids were asked for, which has no direction. */
    LISTED_IDS(null),
    /** In the order in which their slugs were asked for, which has no direction. */
    LISTED_SLUGS(null);

    private final String parameter;
    private final String path;

    /** An order that a cursor cannot stand in. */
    MediaSort(String path) {
        this(null, path);
    }

    MediaSort(String parameter, String path) {
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
    public Object keyOf(Media row) {
        return switch (this) {
            case CREATED -> row.createdAt();
            case TITLE -> row.titleKey();
            case ID -> row.id();
            case UPDATED, SLUG, AUTHOR, PARENT, LISTED_IDS, LISTED_SLUGS -> throw withoutCursor();
        };
    }

    @Override
    public Object parse(String key) {
        return switch (this) {
            case CREATED -> Instant.parse(key);
            case TITLE -> key;
            case ID -> Long.valueOf(key);
            case UPDATED, SLUG, AUTHOR, PARENT, LISTED_IDS, LISTED_SLUGS -> throw withoutCursor();
        };
    }

    private IllegalStateException withoutCursor() {
        return new IllegalStateException(this + " supports numbered pages only");
    }
}
