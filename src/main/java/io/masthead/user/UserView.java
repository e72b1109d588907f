package io.masthead.user;

/**
 * A user as one caller may see them.
 *
 * @param accountVisible whether that takes in the account behind the profile: login, e-mail
 *     address, role and age
 */
public record UserView(User user, boolean accountVisible) {}
