package io.masthead.user;

/** Fields of a user that a search can compare as they were written. */
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

    /** Whether everybody who can see the user can see this field. */
    boolean isPublic() {
        return isPublic;
    }
}
