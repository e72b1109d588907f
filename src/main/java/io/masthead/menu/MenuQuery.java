package io.masthead.menu;

import io.masthead.kernel.Costly;
import io.masthead.kernel.PageRequest;

/**
 * A page of a list of menus.
 *
 * @param withItems whether their items are wanted, too
 */
public record MenuQuery(MenuFilter filter, MenuSort sort, boolean descending, PageRequest page, boolean withItems)
        implements Costly {

    @Override
    public boolean isCostly() {
        return (withItems && page.isLarge()) || filter.search() != null || page.isCostly();
    }
}
