package io.masthead.menu;

/**
 * An item as it was at another site. It comes to the root of its menu.
 *
 * @param id the original one, kept if it is free; null for any
 * @param fields with neither a URL nor a reference if it waits for what it leads to
 * @param awaited what it leads to once that is imported; null for a link
 */
public record ImportedMenuItem(Long id, long menuId, MenuItemFields fields, MenuItemKind awaited, int position) {}
