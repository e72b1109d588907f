package io.masthead.comment;

import io.masthead.kernel.Costly;
import io.masthead.kernel.PageRequest;

/** A page of a list of comments. */
public record CommentQuery(CommentFilter filter, CommentSort sort, boolean descending, PageRequest page)
        implements Costly {

    @Override
    public boolean isCostly() {
        return filter.search() != null || page.isCostly();
    }
}
