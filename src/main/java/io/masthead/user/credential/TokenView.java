package io.masthead.user.credential;

/**
 * A token as its owner sees it.
 *
 * @param expired whether it has expired
 */
public record TokenView(ApiToken token, boolean expired) {}
