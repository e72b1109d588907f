package io.masthead.post;

import io.masthead.kernel.Costly;
import io.masthead.kernel.Paging;

/**
 * A list of posts as somebody wants it.
 *
 * @param withBody whether the texts are wanted too
 */
public record PostQuery(PostFilter filter, PostSort sort, boolean descending, Paging paging, boolean withBody)
        implements Costly {

    @Override
    public boolean isCostly() {
        return filter.search() != null
                || paging.isCostly()
                || (withBody && paging.isLarge())
                || (paging.count() && filter.isCountedByLooking());
    }
}
