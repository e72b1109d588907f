package io.masthead.menu;

import java.util.List;

/**
 * A menu as a caller sees it.
 *
 * @param places in alphabetical order
 * @param items the roots of the tree; null if they were not requested
 * @param isComplete whether it has the items, too, that readers do not see
 */
public record MenuView(Menu menu, List<String> places, List<MenuNode> items, boolean isComplete) {

    /** All items, each before those below it. */
    public List<MenuNode> flat() {
        return items.stream().flatMap(MenuNode::flat).toList();
    }
}
