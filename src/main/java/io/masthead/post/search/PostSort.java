package io.masthead.post.search;

import io.masthead.kernel.SortColumn;
import io.masthead.kernel.SortKey;
import io.masthead.post.Post;

/** Orders of lists of posts and pages; equal keys are ordered by id. */
public enum PostSort implements SortKey<Post> {
    /** By the date of publication, or else of creation. */
    PUBLISHED(SortColumn.ofTime("published", "p.sortAt", Post::sortAt)),
    CREATED(SortColumn.ofTime("created", "p.createdAt", Post::createdAt)),
    UPDATED(SortColumn.ofTime("updated", "p.updatedAt", Post::updatedAt)),
    TITLE(SortColumn.ofText("title", "p.titleKey", Post::titleKey)),
    MENU_ORDER(SortColumn.ofInteger("menuOrder", "p.menuOrder", Post::menuOrder)),
    ID(SortColumn.ofLong("id", "p.id", Post::id)),
    AUTHOR(SortColumn.withoutCursor("p.author.id")),
    PARENT(SortColumn.withoutCursor("coalesce(p.parentId, 0)")),
    SLUG(SortColumn.withoutCursor("coalesce(p.slug, '')")),
    /** In the order in which the ids were requested; it has no direction. */
    LISTED_IDS(SortColumn.computed()),
    /** In the order in which the slugs were requested; it has no direction. */
    LISTED_SLUGS(SortColumn.computed()),
    /** By where the words occur: title before excerpt before text. */
    RELEVANCE(SortColumn.computed());

    private final SortColumn<Post> column;

    PostSort(SortColumn<Post> column) {
        this.column = column;
    }

    @Override
    public SortColumn<Post> column() {
        return column;
    }
}
