package io.masthead.post.revision;

import io.masthead.kernel.SortKey;
import java.time.Instant;

/** Orders of lists of revisions. */
public enum RevisionSort implements SortKey<Revision> {
    DATE("date", "r.createdAt"),
    ID("id", "r.id"),
    TITLE("title", "r.titleKey"),
    /** In WordPress only the kind distinguishes the slugs of one post's revisions. */
    SLUG("slug", "r.kind");

    private final String parameter;
    private final String path;

    RevisionSort(String parameter, String path) {
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
    public Object keyOf(Revision row) {
        return switch (this) {
            case DATE -> row.createdAt();
            case ID -> row.id();
            case TITLE -> row.titleKey();
            case SLUG -> row.kind();
        };
    }

    @Override
    public Object parse(String key) {
        return switch (this) {
            case DATE -> Instant.parse(key);
            case ID -> Long.valueOf(key);
            case TITLE -> key;
            case SLUG -> RevisionKind.valueOf(key);
        };
    }
}
