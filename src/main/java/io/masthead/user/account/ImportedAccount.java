package io.masthead.user.account;

import io.masthead.user.Role;

/**
 * A user of a WordPress site, as its operator describes them.
 *
 * @param id the original one, kept by a new account if it is free; null for any
 * @param hash the password hash made by WordPress
 * @param name the display name; null if unknown
 * @param slug of the profile; null if unknown
 */
public record ImportedAccount(Long id, String login, String email, String hash, Role role, String name, String slug) {

    /** Without the hash, which must not be logged. */
    @Override
    public String toString() {
        return "ImportedAccount[login=" + login + ", role=" + role + "]";
    }
}
