package io.masthead.taxonomy;

import io.masthead.kernel.Costly;
import io.masthead.kernel.PageRequest;

/** A list of categories or of tags as somebody wants it. */
public record TermQuery(TermCriteria criteria, TermSort sort, boolean descending, PageRequest page) implements Costly {

    @Override
    public boolean isCostly() {
        return criteria.search() != null || page.isCostly();
    }
}
