package io.masthead.menu;

import java.util.List;

/**
 * An item and those below it, of a tree that replaces all items of a menu.
 *
 * @param id of an item of this menu, which is kept; null for a new one
 * @param items those below it
 */
public record MenuBranch(Long id, MenuItemFields fields, List<MenuBranch> items) {}
