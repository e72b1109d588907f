package io.masthead.user;

/**
 * The outcome of a change of a user, for callers that act on it.
 *
 * @param emailChanged whether mail now goes to another address
 * @param suspended whether this change suspended the user
 */
public record UserUpdate(User user, boolean emailChanged, boolean suspended) {}
