package io.masthead.comment;

/** What makes a comment have its status. */
public enum Cause {
    /** One of the site's own rules; the reason names it. */
    RULE,
    /** A service that knows spam; the reason names it. */
    SERVICE,
    /** A moderator, or its author. */
    PERSON,
    /** It came so. */
    IMPORT,
}
