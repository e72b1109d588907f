package io.masthead.api.v1.auth;

/** A body of a sign-in that says how the refresh token is sent. */
interface CookieChoice {

    String DESCRIPTION = "Whether the refresh token is sent as a cookie that scripts cannot read, instead of in the"
            + " body; for browsers.";

    Boolean cookie();

    default boolean wantsCookie() {
        return Boolean.TRUE.equals(cookie());
    }
}
