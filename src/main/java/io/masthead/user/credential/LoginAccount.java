package io.masthead.user.credential;

import java.time.Instant;

/**
 * The account that a sign-in names, with what its password is compared with.
 *
 * @param hash null where the account has no password
 * @param changedAt when the password was set; null where there is none
 */
public record LoginAccount(long userId, boolean suspended, String hash, Instant changedAt) {

    /** Without the hash, which belongs in no log. */
    @Override
    public String toString() {
        return "LoginAccount[userId=" + userId + "]";
    }
}
