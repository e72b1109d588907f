package io.masthead.media;

import io.masthead.kernel.SortKey;
import java.time.Instant;

/** What lists of media can be sorted by. */
public enum MediaSort implements SortKey<Media> {
    CREATED("created", "m.createdAt"),
    TITLE("title", "m.titleKey"),
    ID("id", "m.id");

    private final String parameter;
    private final String path;

    MediaSort(String parameter, String path) {
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
    public Object keyOf(Media row) {
        return switch (this) {
            case CREATED -> row.createdAt();
            case TITLE -> row.titleKey();
            case ID -> row.id();
        };
    }

    @Override
    public Object parse(String key) {
        return switch (this) {
            case CREATED -> Instant.parse(key);
            case TITLE -> key;
            case ID -> Long.valueOf(key);
        };
    }
}
