package io.masthead.user;

/** What of a user can be searched as it was written. */
public enum UserField {
    ID("u.id", true),
    NAME("u.displayName", true),
    SLUG("u.slug", true),
    URL("u.url", true),
    LOGIN("u.login", false),
    EMAIL("u.email", false);

    private final String path;
    private final boolean isPublic;

    UserField(String path, boolean isPublic) {
        this.path = path;
        this.isPublic = isPublic;
    }

    String path() {
        return path;
    }

    /** Whether everybody who sees the user sees this. */
    boolean isPublic() {
        return isPublic;
    }
}
