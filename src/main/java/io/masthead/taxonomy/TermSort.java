package io.masthead.taxonomy;

import io.masthead.kernel.SortColumn;
import io.masthead.kernel.SortKey;

/** Orders of lists of categories and tags; equal keys are ordered by id. */
public enum TermSort implements SortKey<Term> {
    NAME(SortColumn.ofText("name", "t.nameKey", Term::nameKey)),
    /** By the number of published posts. */
    COUNT(SortColumn.ofInteger("count", "t.publishedCount", Term::publishedCount)),
    ID(SortColumn.ofLong("id", "t.id", Term::id)),
    SLUG(SortColumn.withoutCursor("t.slug")),
    /** Compared without case; terms without one first. */
    DESCRIPTION(SortColumn.withoutCursor("lower(coalesce(t.description, ''))")),
    /** In the order in which the ids were requested; it has no direction. */
    LISTED_IDS(SortColumn.computed()),
    /** In the order in which the slugs were requested; it has no direction. */
    LISTED_SLUGS(SortColumn.computed());

    private final SortColumn<Term> column;

    TermSort(SortColumn<Term> column) {
        this.column = column;
    }

    @Override
    public SortColumn<Term> column() {
        return column;
    }
}
