package io.masthead.media;

import io.masthead.kernel.SortColumn;
import io.masthead.kernel.SortKey;

/** Orders of lists of media; equal keys are ordered by id. */
public enum MediaSort implements SortKey<Media> {
    CREATED(SortColumn.ofTime("created", "m.createdAt", Media::createdAt)),
    TITLE(SortColumn.ofText("title", "m.titleKey", Media::titleKey)),
    ID(SortColumn.ofLong("id", "m.id", Media::id)),
    UPDATED(SortColumn.withoutCursor("m.updatedAt")),
    SLUG(SortColumn.withoutCursor("m.slug")),
    /** Media whose author the caller may not see come first, so that the order does not reveal the author. */
    AUTHOR(SortColumn.withoutCursor("m.author.id")),
    /** Media without a post come first. */
    PARENT(SortColumn.withoutCursor("coalesce(m.postId, 0)")),
    /** In the order in which the ids were requested; it has no direction. */
    LISTED_IDS(SortColumn.computed()),
    /** In the order in which the slugs were requested; it has no direction. */
    LISTED_SLUGS(SortColumn.computed());

    private final SortColumn<Media> column;

    MediaSort(SortColumn<Media> column) {
        this.column = column;
    }

    @Override
    public SortColumn<Media> column() {
        return column;
    }
}
