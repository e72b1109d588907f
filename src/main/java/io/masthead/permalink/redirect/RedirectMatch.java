package io.masthead.permalink.redirect;

/** Which paths a redirect is for. */
public enum RedirectMatch {
    /** Its source alone; with the query, if the source has one. */
    EXACT,
    /** Its source and all paths below it, whose rest is appended to the target. */
    PREFIX
}
