package io.masthead.menu;

/**
 * An item to add to a menu.
 *
 * @param parentId an item of the same menu; null for the root
 * @param position siblings are ordered by it; null for the end of the menu
 */
public record NewMenuItem(long menuId, MenuItemFields fields, Long parentId, Integer position) {}
