package io.masthead.comment;

import io.masthead.kernel.Costly;
import io.masthead.kernel.Paging;

/** A page of a list of comments. */
public record CommentQuery(CommentFilter filter, CommentSort sort, boolean descending, Paging paging)
        implements Costly {

    @Override
    public boolean isCostly() {
        return filter.search() != null || paging.isCostly();
    }
}
