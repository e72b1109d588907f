package io.masthead.media;

import io.masthead.kernel.Costly;
import io.masthead.kernel.Paging;

/** A list of media as somebody wants it. */
public record MediaQuery(MediaCriteria criteria, MediaSort sort, boolean descending, Paging paging) implements Costly {

    @Override
    public boolean isCostly() {
        return criteria.search() != null || paging.isCostly();
    }
}
