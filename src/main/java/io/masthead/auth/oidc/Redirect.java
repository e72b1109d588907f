package io.masthead.auth.oidc;

/**
 * Where a browser goes from here, and what it keeps.
 *
 * @param location an absolute URL
 * @param cookieName null where there is nothing to keep or to forget
 * @param cookieValue null where it is to forget
 */
public record Redirect(String location, String cookieName, String cookieValue) {}
