package io.masthead.api.v1.menu;

import io.masthead.menu.MenuItemKind;

/** What an item can refer to, on the wire. */
enum MenuReferenceType {
    POST(MenuItemKind.POST),
    PAGE(MenuItemKind.PAGE),
    CATEGORY(MenuItemKind.CATEGORY),
    TAG(MenuItemKind.TAG);

    private final MenuItemKind kind;

    MenuReferenceType(MenuItemKind kind) {
        this.kind = kind;
    }

    MenuItemKind kind() {
        return kind;
    }

    /** Null for a link. */
    static MenuReferenceType of(MenuItemKind kind) {
        return switch (kind) {
            case LINK -> null;
            case POST -> POST;
            case PAGE -> PAGE;
            case CATEGORY -> CATEGORY;
            case TAG -> TAG;
        };
    }
}
