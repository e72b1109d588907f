package io.masthead.auth.oidc;

/** What a browser brought back proves nothing: it was made, or stolen, for another sign-in. */
final class ProofRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message for the log: nothing secret
     */
    ProofRefusedException(String message) {
        super(message);
    }
}
