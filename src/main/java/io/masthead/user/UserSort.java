package io.masthead.user;

import io.masthead.kernel.SortColumn;
import io.masthead.kernel.SortKey;

/** Orders of lists of users; equal keys are ordered by id. */
public enum UserSort implements SortKey<User> {
    NAME(SortColumn.ofText("name", "u.nameKey", User::nameKey)),
    CREATED(SortColumn.ofTime("created", "u.createdAt", User::createdAt)),
    ID(SortColumn.ofLong("id", "u.id", User::id)),
    SLUG(SortColumn.withoutCursor("u.slug")),
    /** Compared without case; users without one first. */
    URL(SortColumn.withoutCursor("lower(coalesce(u.url, ''))")),
    /** Users without an address first; a name comes before a longer one that begins with it. */
    EMAIL(SortColumn.withoutCursor("replace(coalesce(u.emailKey, ''), '@', ' ')")),
    /** In the order in which the ids were requested; it has no direction. */
    LISTED_IDS(SortColumn.computed()),
    /** In the order in which the slugs were requested; it has no direction. */
    LISTED_SLUGS(SortColumn.computed());

    private final SortColumn<User> column;

    UserSort(SortColumn<User> column) {
        this.column = column;
    }

    @Override
    public SortColumn<User> column() {
        return column;
    }

    /** Whether it reveals only what everybody can see. */
    public boolean isPublic() {
        return switch (this) {
            case NAME, ID, SLUG, URL, LISTED_IDS, LISTED_SLUGS -> true;
            case CREATED, EMAIL -> false;
        };
    }
}
