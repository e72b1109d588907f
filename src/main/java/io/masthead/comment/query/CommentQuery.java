package io.masthead.comment.query;

import io.masthead.comment.CommentType;
import io.masthead.kernel.Costly;
import io.masthead.kernel.PageRequest;

/**
 * A page of a list of comments.
 *
 * @param unlockedPostId a post whose password the caller has sent; null for none
 */
public record CommentQuery(
        CommentFilter filter, CommentSort sort, boolean descending, PageRequest page, Long unlockedPostId)
        implements Costly {

    public CommentQuery(CommentFilter filter, CommentSort sort, boolean descending, PageRequest page) {
        this(filter, sort, descending, page, null);
    }

    /** The first page of threads on a post, oldest first. */
    static CommentQuery threadsOn(long postId) {
        return new CommentQuery(
                CommentFilter.onPost(postId, CommentType.COMMENT, true),
                CommentSort.CREATED,
                false,
                PageRequest.first(PageRequest.DEFAULT_LIMIT));
    }

    @Override
    public boolean isCostly() {
        return filter.isSearch() || page.isCostly();
    }
}
