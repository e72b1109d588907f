package io.masthead.auth.oidc;

/** A site does not answer, or answers incorrectly; the user can do nothing about it. */
final class ProviderFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message for the log: nothing secret */
    ProviderFailedException(String message) {
        super(message);
    }
}
