package io.masthead.media;

import io.masthead.kernel.SortKey;
import java.time.Instant;

/** Orders of lists of media; equal keys are ordered by id. */
public enum MediaSort implements SortKey<Media> {
    CREATED("created", "m.createdAt"),
    TITLE("title", "m.titleKey"),
    ID("id", "m.id"),
    UPDATED("m.updatedAt"),
    SLUG("m.slug"),
    /** Media whose author the caller may not see come first, so that the order does not reveal the author. */
    AUTHOR("m.author.id"),
    /** Media without a post come first. */
    PARENT("coalesce(m.postId, 0)"),
    /** In the order in which the ids were requested; it has no direction. */
    LISTED_IDS(null),
    /** In the order in which the slugs were requested; it has no direction. */
    LISTED_SLUGS(null);

    private final String parameter;
    private final String path;

    /** An order that supports no cursor. */
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
