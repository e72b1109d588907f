package io.masthead.menu;

/**
 * What an item refers to.
 *
 * @param kind any but {@link MenuItemKind#LINK}
 */
public record MenuReference(MenuItemKind kind, long id) {}
