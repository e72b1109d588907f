package io.masthead.user.credential;

/**
 * A token with its text, at the only moment at which that is known.
 *
 * @param secret as its owner is to see it
 */
public record IssuedToken(ApiToken token, String secret) {}
