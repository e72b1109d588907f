package io.masthead.taxonomy;

import io.masthead.kernel.Costly;
import io.masthead.kernel.Keyset;
import io.masthead.kernel.PageRequest;

/**
 * A page of a list of categories or tags.
 *
 * @param sort an order by listed ids or slugs falls back to the name if the filter has none
 */
public record TermQuery(TermFilter filter, TermSort sort, boolean descending, PageRequest page) implements Costly {

    public TermQuery {
        var isGiven = switch (sort) {
            case LISTED_IDS -> filter.ids() != null;
            case LISTED_SLUGS -> !filter.slugs().isEmpty();
            case NAME, COUNT, ID, SLUG, DESCRIPTION -> true;
        };
        sort = isGiven ? sort : TermSort.NAME;
        if (page instanceof Keyset && !sort.hasCursor()) {
            throw new IllegalArgumentException("This order supports numbered pages only");
        }
    }

    @Override
    public boolean isCostly() {
        return filter.search() != null || page.isCostly();
    }
}
