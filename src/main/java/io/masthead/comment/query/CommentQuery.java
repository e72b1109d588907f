package io.masthead.comment.query;

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

    @Override
    public boolean isCostly() {
        return filter.isSearch() || page.isCostly();
    }
}
