package io.masthead.comment;

import io.masthead.kernel.SortKey;
import java.time.Instant;

/** What lists of comments can be sorted by. */
public enum CommentSort implements SortKey<Comment> {
    CREATED("created", "c.createdAt"),
    /** By how many answers each has. */
    REPLIES("replies", "c.replyCount"),
    /** Each comment before its answers, and those before the next comment. */
    THREAD("thread", "c.path"),
    ID("id", "c.id");

    private final String parameter;
    private final String path;

    CommentSort(String parameter, String path) {
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
    public Object keyOf(Comment row) {
        return switch (this) {
            case CREATED -> row.createdAt();
            case REPLIES -> row.replyCount();
            case THREAD -> row.path();
            case ID -> row.id();
        };
    }

    @Override
    public Object parse(String key) {
        return switch (this) {
            case CREATED -> Instant.parse(key);
            case REPLIES -> Integer.valueOf(key);
            case THREAD -> key;
            case ID -> Long.valueOf(key);
        };
    }
}
