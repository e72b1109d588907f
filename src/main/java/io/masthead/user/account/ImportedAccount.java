package io.masthead.user.account;

import io.masthead.user.Role;

/**
 * A user of a WordPress site as its operator tells of them.
 *
 * @param id the original one, kept by a new account if it is free; null for any
 * @param hash of the password, as WordPress made it
 * @param name the one that is shown; null where it is not told
 * @param slug of the profile; null where it is not told
 */
public record ImportedAccount(Long id, String login, String email, String hash, Role role, String name, String slug) {

    /** Without the hash, which belongs into no log. */
    @Override
    public String toString() {
        return "ImportedAccount[login=" + login + ", role=" + role + "]";
    }
}
