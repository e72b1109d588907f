package io.masthead.cli;

import io.masthead.user.token.FirstToken;

import jakarta.enterprise.context.ApplicationScoped;

/** Prints the first token to standard output rather than to a log that is kept. */
@ApplicationScoped
class FirstTokenOnTerminal implements FirstToken {

    @Override
    public void show(String token) {
        System.out.println("The token of the administrator, shown only this once: " + token);
        System.out.flush();
    }
}
