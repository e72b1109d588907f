package io.masthead.post.search;

import io.masthead.kernel.SortKey;
import io.masthead.post.Post;
import java.time.Instant;

/** Orders of lists of posts and pages; equal keys are ordered by id. */
public enum PostSort implements SortKey<Post> {
    /** By the date of publication, or else of creation. */
    PUBLISHED("published", "p.sortAt"),
    CREATED("created", "p.createdAt"),
    UPDATED("updated", "p.updatedAt"),
    TITLE("title", "p.titleKey"),
    MENU_ORDER("menuOrder", "p.menuOrder"),
    ID("id", "p.id"),
    AUTHOR("p.author.id"),
    PARENT("coalesce(p.parentId, 0)"),
    SLUG("coalesce(p.slug, '')"),
    /** In the order in which the ids were requested; it has no direction. */
    LISTED_IDS(null),
    /** In the order in which the slugs were requested; it has no direction. */
    LISTED_SLUGS(null),
    /** By where the words occur: title before excerpt before text. */
    RELEVANCE(null);

    private final String parameter;
    private final String path;

    /** An order that supports no cursor. */
    PostSort(String path) {
        this(null, path);
    }

    PostSort(String parameter, String path) {
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
    public Object keyOf(Post row) {
        return switch (this) {
            case PUBLISHED -> row.sortAt();
            case CREATED -> row.createdAt();
            case UPDATED -> row.updatedAt();
            case TITLE -> row.titleKey();
            case MENU_ORDER -> row.menuOrder();
            case ID -> row.id();
            case AUTHOR, PARENT, SLUG, LISTED_IDS, LISTED_SLUGS, RELEVANCE -> throw withoutCursor();
        };
    }

    @Override
    public Object parse(String key) {
        return switch (this) {
            case PUBLISHED, CREATED, UPDATED -> Instant.parse(key);
            case TITLE -> key;
            case MENU_ORDER -> Integer.valueOf(key);
            case ID -> Long.valueOf(key);
            case AUTHOR, PARENT, SLUG, LISTED_IDS, LISTED_SLUGS, RELEVANCE -> throw withoutCursor();
        };
    }

    private IllegalStateException withoutCursor() {
        return new IllegalStateException(this + " supports numbered pages only");
    }
}
