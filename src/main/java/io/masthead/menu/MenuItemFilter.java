package io.masthead.menu;

import io.masthead.kernel.WordSearch;
import java.util.List;

/**
 * Conditions of a list of items of any menus, all of which must hold. Null or empty adds no condition, unless stated
 * otherwise.
 *
 * @param menuIds of any of these menus
 * @param excludedMenuIds of none of these menus
 * @param ids any of these, so that an empty list finds nothing; null for all
 * @param excludedIds none of these
 * @param search in labels of their own
 */
public record MenuItemFilter(
        List<Long> menuIds,
        List<Long> excludedMenuIds,
        List<Long> ids,
        List<Long> excludedIds,
        Integer position,
        WordSearch search) {

    boolean isEmpty() {
        return ids != null && ids.isEmpty();
    }
}
