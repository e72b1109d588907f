package io.masthead.media;

import io.masthead.kernel.Costly;
import io.masthead.kernel.Keyset;
import io.masthead.kernel.PageRequest;

/**
 * A page of a list of media.
 *
 * @param sort an order by listed ids or slugs falls back to the date if the filter has none
 */
public record MediaQuery(MediaFilter filter, MediaSort sort, boolean descending, PageRequest page) implements Costly {

    public MediaQuery {
        var isGiven = switch (sort) {
            case LISTED_IDS -> filter.ids() != null;
            case LISTED_SLUGS -> !filter.slugs().isEmpty();
            case CREATED, TITLE, ID, UPDATED, SLUG, AUTHOR, PARENT -> true;
        };
        sort = isGiven ? sort : MediaSort.CREATED;
        if (page instanceof Keyset && !sort.hasCursor()) {
            throw new IllegalArgumentException("This order supports numbered pages only");
        }
    }

    @Override
    public boolean isCostly() {
        return filter.search() != null || page.isCostly();
    }
}
