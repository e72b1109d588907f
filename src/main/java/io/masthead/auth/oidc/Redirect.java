package io.masthead.auth.oidc;

/**
 * A redirect of the browser, and its cookie.
 *
 * @param location an absolute URL
 * @param cookieName null without a cookie
 * @param cookieValue null to delete the cookie
 */
public record Redirect(String location, String cookieName, String cookieValue) {}
