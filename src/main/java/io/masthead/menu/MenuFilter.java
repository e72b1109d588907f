package io.masthead.menu;

import io.masthead.kernel.WordSearch;
import java.util.List;

/**
 * Conditions of a list of menus, all of which must hold. Null or empty adds no condition, unless stated otherwise.
 *
 * @param place only the menu at this place
 * @param search in the name
 * @param slugs any of these
 * @param ids any of these, so that an empty list finds nothing; null for all
 * @param excludedIds none of these
 */
public record MenuFilter(String place, WordSearch search, List<String> slugs, List<Long> ids, List<Long> excludedIds) {

    public static final MenuFilter ALL = new MenuFilter(null, null, List.of(), null, List.of());

    boolean isEmpty() {
        return ids != null && ids.isEmpty();
    }
}
