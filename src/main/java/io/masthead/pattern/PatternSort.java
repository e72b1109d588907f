package io.masthead.pattern;

import io.masthead.kernel.SortColumn;
import io.masthead.kernel.SortKey;

/** Orders of lists of patterns; equal keys are ordered by id. */
public enum PatternSort implements SortKey<Pattern> {
    TITLE(SortColumn.ofText("title", "p.titleKey", Pattern::titleKey)),
    UPDATED(SortColumn.ofTime("updated", "p.updatedAt", Pattern::updatedAt)),
    ID(SortColumn.ofLong("id", "p.id", Pattern::id));

    private final SortColumn<Pattern> column;

    PatternSort(SortColumn<Pattern> column) {
        this.column = column;
    }

    @Override
    public SortColumn<Pattern> column() {
        return column;
    }
}
