package io.masthead.post;

import io.masthead.kernel.Costly;
import io.masthead.kernel.PageRequest;

/**
 * A list of posts as somebody wants it.
 *
 * @param withBody whether the texts are wanted too
 */
public record PostQuery(PostFilter filter, PostSort sort, boolean descending, PageRequest page, boolean withBody)
        implements Costly {

    @Override
    public boolean isCostly() {
        return filter.search() != null
                || page.isCostly()
                || (withBody && page.isLarge())
                || (page.counted() && filter.isCountedByLooking());
    }
}
