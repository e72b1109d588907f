package io.masthead.user;

import io.masthead.kernel.Costly;
import io.masthead.kernel.Keyset;
import io.masthead.kernel.PageRequest;

/**
 * A page of a list of users.
 *
 * @param sort an order by listed ids or slugs falls back to the id if the filter has none
 */
public record UserQuery(UserFilter filter, UserSort sort, boolean descending, PageRequest page) implements Costly {

    public UserQuery {
        var isGiven = switch (sort) {
            case LISTED_IDS -> filter.ids() != null;
            case LISTED_SLUGS -> !filter.slugs().isEmpty();
            case NAME, CREATED, ID, SLUG, URL, EMAIL -> true;
        };
        sort = isGiven ? sort : UserSort.ID;
        if (page instanceof Keyset && !sort.hasCursor()) {
            throw new IllegalArgumentException("This order supports numbered pages only");
        }
    }

    @Override
    public boolean isCostly() {
        return filter.search() != null || page.isCostly();
    }
}
