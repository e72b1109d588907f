package io.masthead.permalink.redirect;

/**
 * The checked values of a redirect; see {@link Redirect}.
 *
 * @param target null with the status 410
 */
record RedirectValues(String source, RedirectMatch match, String target, int status) {}
