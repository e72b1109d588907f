package io.masthead.platform.event;

/** What kind of thing was changed. */
public enum Subject {
    POST,
    PAGE,
    CATEGORY,
    TAG,
    COMMENT,
    MEDIA,
    USER,
    SETTINGS,
    /** What a user signs in with: a password, a token, a session. */
    CREDENTIAL,
    IMPORT,
    /** Something that only a newer version of Masthead knows, which shares the database. */
    UNKNOWN
}
