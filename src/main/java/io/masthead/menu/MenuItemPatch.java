package io.masthead.menu;

import io.masthead.kernel.Patch;
import java.util.function.UnaryOperator;

/**
 * Changes to one item.
 *
 * @param fields makes the new ones of those that the item has when nobody else can change it
 * @param parentId an item of the same menu; null moves it to the root
 */
public record MenuItemPatch(UnaryOperator<MenuItemFields> fields, Patch<Long> parentId, Patch<Integer> position) {}
