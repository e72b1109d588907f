package io.masthead.user.password;

import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the passwords of users as hashes. */
@ApplicationScoped
public class Passwords {

    /** Whether this is the password of the user. */
    public boolean verify(Long userId, String password) {
        throw new UnsupportedOperationException(userId + password);
    }

    /** Checks the rules and hashes. */
    public String hash(String field, String password) {
        throw new UnsupportedOperationException(field + password);
    }

    /** Part of the caller's transaction. */
    public void store(long userId, String hash) {
        throw new UnsupportedOperationException(userId + hash);
    }
}
