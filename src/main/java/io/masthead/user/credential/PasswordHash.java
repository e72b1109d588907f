package io.masthead.user.credential;

/** What is kept of a password, in a form that says by itself how it was made. */
interface PasswordHash {

    /** Whether it was made of this password; takes as long as making it. */
    boolean matches(String password);
}
