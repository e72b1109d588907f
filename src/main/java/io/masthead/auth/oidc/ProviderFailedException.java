package io.masthead.auth.oidc;

/** A site does not answer, or not as it must; nobody who signs in can do anything about it. */
final class ProviderFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message for the log: nothing secret
     */
    ProviderFailedException(String message) {
        super(message);
    }
}
