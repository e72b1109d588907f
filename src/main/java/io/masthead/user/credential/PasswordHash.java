package io.masthead.user.credential;

/** A stored password hash in a self-describing format. */
interface PasswordHash {

    /** Whether it was made from this password; takes as long as hashing it. */
    boolean matches(String password);
}
