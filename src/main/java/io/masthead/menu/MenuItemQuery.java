package io.masthead.menu;

import io.masthead.kernel.Costly;
import io.masthead.kernel.Offset;

/**
 * A page of a list of items.
 *
 * @param sort an order by listed ids falls back to the position if the filter has none
 */
public record MenuItemQuery(MenuItemFilter filter, MenuItemSort sort, boolean descending, Offset page)
        implements Costly {

    public MenuItemQuery {
        sort = sort == MenuItemSort.LISTED_IDS && filter.ids() == null ? MenuItemSort.POSITION : sort;
    }

    @Override
    public boolean isCostly() {
        return filter.search() != null || page.isCostly();
    }
}
