package io.masthead.comment;

/** Why a comment has its status. */
public enum Cause {
    /** A rule of the site; the reason names it. */
    RULE,
    /** A spam detection service; the reason names it. */
    SERVICE,
    /** A moderator, or its author. */
    PERSON,
    /** It was imported with this status. */
    IMPORT,
}
