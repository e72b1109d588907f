package io.masthead.post.revision;

import io.masthead.kernel.SortColumn;
import io.masthead.kernel.SortKey;

/** Orders of lists of revisions. */
public enum RevisionSort implements SortKey<Revision> {
    DATE(SortColumn.ofTime("date", "r.createdAt", Revision::createdAt)),
    ID(SortColumn.ofLong("id", "r.id", Revision::id)),
    TITLE(SortColumn.ofText("title", "r.titleKey", Revision::titleKey)),
    /** In WordPress only the kind distinguishes the slugs of one post's revisions. */
    SLUG(new SortColumn<>("slug", "r.kind", Revision::kind, RevisionKind::valueOf));

    private final SortColumn<Revision> column;

    RevisionSort(SortColumn<Revision> column) {
        this.column = column;
    }

    @Override
    public SortColumn<Revision> column() {
        return column;
    }
}
