package io.masthead.user.credential;

/**
 * A token and its text, which is known only now.
 *
 * @param secret as its owner is shown it
 */
public record IssuedToken(ApiToken token, String secret) {}
