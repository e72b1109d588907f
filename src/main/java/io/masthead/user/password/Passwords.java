package io.masthead.user.password;

import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the passwords of users as hashes. */
@ApplicationScoped
public class Passwords {

    /** Whether this is the password of the user. */
    public boolean verify(Long userId, String password) {
        throw new UnsupportedOperationException(userId + password);
    }
}
