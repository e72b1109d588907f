package io.masthead.menu;

import io.masthead.kernel.SortColumn;
import io.masthead.kernel.SortKey;

/** Orders of lists of menus; equal keys are ordered by id. */
public enum MenuSort implements SortKey<Menu> {
    NAME(SortColumn.ofText("name", "m.nameKey", Menu::nameKey)),
    ID(SortColumn.ofLong("id", "m.id", Menu::id)),
    SLUG(SortColumn.withoutCursor("m.slug"));

    private final SortColumn<Menu> column;

    MenuSort(SortColumn<Menu> column) {
        this.column = column;
    }

    @Override
    public SortColumn<Menu> column() {
        return column;
    }
}
