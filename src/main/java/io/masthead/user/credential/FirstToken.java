package io.masthead.user.credential;

/** Shows the operator the one token that Masthead issues by itself; nobody can see it again. */
public interface FirstToken {

    void show(String token);
}
