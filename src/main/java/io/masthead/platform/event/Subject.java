package io.masthead.platform.event;

/** The kind of thing that was changed. */
public enum Subject {
    POST,
    PAGE,
    CATEGORY,
    TAG,
    COMMENT,
    MEDIA,
    /** A menu, with its items and places. */
    MENU,
    /** A synced pattern. */
    PATTERN,
    USER,
    SETTINGS,
    /** Credentials of a user: a password, a token or a session. */
    CREDENTIAL,
    IMPORT,
    REDIRECT,
    /** A kind that only a newer version of Masthead knows, which shares the database. */
    UNKNOWN
}
