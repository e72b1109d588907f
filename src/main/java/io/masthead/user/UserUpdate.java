package io.masthead.user;

/**
 * The outcome of a change of a user, for callers that act on it.
 *
 * @param emailChanged whether mail now goes to another address
 * @param suspensionChanged whether this change suspended or reinstated the user
 */
public record UserUpdate(User user, boolean emailChanged, boolean suspensionChanged) {}
