package io.masthead.comment.query;

import io.masthead.comment.Comment;
import io.masthead.comment.CommentType;
import io.masthead.kernel.SortColumn;
import io.masthead.kernel.SortKey;

/** Orders of lists of comments. */
public enum CommentSort implements SortKey<Comment> {
    CREATED(SortColumn.ofTime("created", "c.createdAt", Comment::createdAt)),
    /** By the number of replies. */
    REPLIES(SortColumn.ofInteger("replies", "c.replyCount", Comment::replyCount)),
    /** Each comment before its replies, and those before the next comment. */
    THREAD(SortColumn.ofText("thread", "c.path", Comment::path)),
    ID(SortColumn.ofLong("id", "c.id", Comment::id)),
    /** By post. */
    POST(SortColumn.ofLong("post", "c.postId", Comment::postId)),
    /** By parent; comments without a parent come first. */
    PARENT(SortColumn.ofLong("parent", "coalesce(c.parentId, 0)", row -> row.parentId() == null ? 0L : row.parentId())),
    TYPE(new SortColumn<>("type", "c.type", Comment::type, CommentType::valueOf)),
    /** In the order in which the filter lists the ids. */
    LISTED_IDS(SortColumn.withoutCursor("c.id"));

    private final SortColumn<Comment> column;

    CommentSort(SortColumn<Comment> column) {
        this.column = column;
    }

    @Override
    public SortColumn<Comment> column() {
        return column;
    }
}
