package io.masthead.user;

/**
 * A user as one caller may see them.
 *
 * @param accountVisible whether this includes the account behind the profile: login, e-mail address, role and
 *     age
 */
public record UserView(User user, boolean accountVisible) {}
