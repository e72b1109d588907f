package io.masthead.user;

/**
 * What came of a change of a user, for those who draw conclusions from it.
 *
 * @param emailChanged whether mail goes elsewhere from now on
 * @param suspended whether the user was let in before, and is not any more
 */
public record UserUpdate(User user, boolean emailChanged, boolean suspended) {}
