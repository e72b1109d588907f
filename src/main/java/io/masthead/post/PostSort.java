package io.masthead.post;

import io.masthead.kernel.SortKey;
import java.time.Instant;

/** What lists of posts and pages can be sorted by. */
public enum PostSort implements SortKey<Post> {
    /** By the time of publishing, or else of creation. */
    PUBLISHED("published", "p.sortAt"),
    CREATED("created", "p.createdAt"),
    UPDATED("updated", "p.updatedAt"),
    TITLE("title", "p.titleKey"),
    MENU_ORDER("menuOrder", "p.menuOrder"),
    ID("id", "p.id");

    private final String parameter;
    private final String path;

    PostSort(String parameter, String path) {
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
    public Object keyOf(Post row) {
        return switch (this) {
            case PUBLISHED -> row.sortAt();
            case CREATED -> row.createdAt();
            case UPDATED -> row.updatedAt();
            case TITLE -> row.titleKey();
            case MENU_ORDER -> row.menuOrder();
            case ID -> row.id();
        };
    }

    @Override
    public Object parse(String key) {
        return switch (this) {
            case PUBLISHED, CREATED, UPDATED -> Instant.parse(key);
            case TITLE -> key;
            case MENU_ORDER -> Integer.valueOf(key);
            case ID -> Long.valueOf(key);
        };
    }
}
