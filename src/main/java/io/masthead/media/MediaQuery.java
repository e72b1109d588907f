package io.masthead.media;

import io.masthead.kernel.Costly;
import io.masthead.kernel.PageRequest;

/** A list of media as somebody wants it. */
public record MediaQuery(MediaCriteria criteria, MediaSort sort, boolean descending, PageRequest page)
        implements Costly {

    @Override
    public boolean isCostly() {
        return criteria.search() != null || page.isCostly();
    }
}
