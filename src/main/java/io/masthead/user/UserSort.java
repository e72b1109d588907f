package io.masthead.user;

import io.masthead.kernel.SortKey;
import java.time.Instant;

/** Orders of lists of users; equal keys are ordered by id. */
public enum UserSort implements SortKey<User> {
    NAME("name", "u.nameKey"),
    CREATED("created", "u.createdAt"),
    ID("id", "u.id"),
    SLUG("u.slug"),
    /** Compared without case; users without one first. */
    URL("lower(coalesce(u.url, ''))"),
    /** Users without an address first; a name comes before a longer one that begins with it. */
    EMAIL("replace(coalesce(u.emailKey, ''), '@', ' ')"),
    /** In the order in which the ids were requested; it has no direction. */
    LISTED_IDS(null),
    /** In the order in which the slugs were requested; it has no direction. */
    LISTED_SLUGS(null);

    private final String parameter;
    private final String path;

    /** An order that supports no cursor. */
    UserSort(String path) {
        this(null, path);
    }

    UserSort(String parameter, String path) {
        this.parameter = parameter;
        this.path = path;
    }

    /** Whether it reveals only what everybody can see. */
    public boolean isPublic() {
        return switch (this) {
            case NAME, ID, SLUG, URL, LISTED_IDS, LISTED_SLUGS -> true;
            case CREATED, EMAIL -> false;
        };
    }

    @Override
    public String parameter() {
        return parameter;
    }

    @Override
    public boolean hasCursor() {
        return parameter != null;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Object keyOf(User row) {
        return switch (this) {
            case NAME -> row.nameKey();
            case CREATED -> row.createdAt();
            case ID -> row.id();
            case SLUG, URL, EMAIL, LISTED_IDS, LISTED_SLUGS -> throw withoutCursor();
        };
    }

    @Override
    public Object parse(String key) {
        return switch (this) {
            case NAME -> key;
            case CREATED -> Instant.parse(key);
            case ID -> Long.valueOf(key);
            case SLUG, URL, EMAIL, LISTED_IDS, LISTED_SLUGS -> throw withoutCursor();
        };
    }

    private IllegalStateException withoutCursor() {
        return new IllegalStateException(this + " supports numbered pages only");
    }
}
