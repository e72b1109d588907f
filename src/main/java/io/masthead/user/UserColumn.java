package io.masthead.user;

/** What a selection of users can be searched by. */
public enum UserColumn {
    ID(true),
    NAME(true),
    SLUG(true),
    URL(true),
    LOGIN(false),
    EMAIL(false);

    private final boolean isPublic;

    UserColumn(boolean isPublic) {
        this.isPublic = isPublic;
    }

    /** Whether everybody who sees the user sees this. */
    boolean isPublic() {
        return isPublic;
    }
}
