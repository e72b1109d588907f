package io.masthead.user;

/** What a selection of users can be ordered by. Equals are in the order of their ids. */
public enum UserOrder {
    NAME("u.nameKey", true),
    ID("u.id", true),
    SLUG("u.slug", true),
    /** In any case; those without one first. */
    URL("lower(coalesce(u.url, ''))", true),
    CREATED("u.createdAt", false),
    /** Those without an address first; a name comes before a longer one that begins with it. */
    EMAIL("replace(coalesce(u.emailKey, ''), '@', ' ')", false),
    /** As the ids are listed that users are selected by. */
    LISTED_IDS(null, true),
    /** As the slugs are listed that users are selected by. */
    LISTED_SLUGS(null, true);

    private final String path;
    private final boolean isPublic;

    UserOrder(String path, boolean isPublic) {
        this.path = path;
        this.isPublic = isPublic;
    }

    /** Whether it tells nothing but what everybody sees. */
    public boolean isPublic() {
        return isPublic;
    }

    boolean isListed() {
        return path == null;
    }

    String by(boolean descending) {
        var direction = descending ? " desc" : "";
        return this == ID ? " order by u.id" + direction : " order by " + path + direction + ", u.id" + direction;
    }
}
