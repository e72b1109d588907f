package io.masthead.menu;

import io.masthead.kernel.SortColumn;
import io.masthead.kernel.SortKey;

/** Orders of lists of items; equal keys are ordered by id. They support numbered pages only. */
public enum MenuItemSort implements SortKey<MenuItem> {
    POSITION("i.position"),
    ID("i.id"),
    /** Items without a label of their own first. */
    LABEL("coalesce(i.label, '')"),
    /** In the order in which the ids were requested; it has no direction. */
    LISTED_IDS(null);

    private final SortColumn<MenuItem> column;

    MenuItemSort(String path) {
        this.column = SortColumn.withoutCursor(path);
    }

    @Override
    public SortColumn<MenuItem> column() {
        return column;
    }
}
