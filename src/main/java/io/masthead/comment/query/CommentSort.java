package io.masthead.comment.query;

import io.masthead.comment.Comment;
import io.masthead.comment.CommentType;
import io.masthead.kernel.SortKey;
import java.time.Instant;

/** Orders of lists of comments. */
public enum CommentSort implements SortKey<Comment> {
    CREATED("created", "c.createdAt"),
    /** By the number of replies. */
    REPLIES("replies", "c.replyCount"),
    /** Each comment before its replies, and those before the next comment. */
    THREAD("thread", "c.path"),
    ID("id", "c.id"),
    /** By post. */
    POST("post", "c.postId"),
    /** By parent; comments without a parent come first. */
    PARENT("parent", "coalesce(c.parentId, 0)"),
    TYPE("type", "c.type"),
    /** In the order in which the filter lists the ids. */
    LISTED_IDS("listed", "c.id");

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
    public boolean hasCursor() {
        return this != LISTED_IDS;
    }

    @Override
    public Object keyOf(Comment row) {
        return switch (this) {
            case CREATED -> row.createdAt();
            case REPLIES -> row.replyCount();
            case THREAD -> row.path();
            case ID, LISTED_IDS -> row.id();
            case POST -> row.postId();
            case PARENT -> row.parentId() == null ? 0L : row.parentId();
            case TYPE -> row.type();
        };
    }

    @Override
    public Object parse(String key) {
        return switch (this) {
            case CREATED -> Instant.parse(key);
            case REPLIES -> Integer.valueOf(key);
            case THREAD -> key;
            case ID, POST, PARENT, LISTED_IDS -> Long.valueOf(key);
            case TYPE -> CommentType.valueOf(key);
        };
    }
}
