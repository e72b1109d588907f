package io.masthead.menu;

import io.masthead.kernel.Patch;

/**
 * Changes to one item.
 *
 * @param parentId an item of the same menu; null moves it to the root
 */
public record MenuItemPatch(Patch<MenuItemFields> fields, Patch<Long> parentId, Patch<Integer> position) {}
