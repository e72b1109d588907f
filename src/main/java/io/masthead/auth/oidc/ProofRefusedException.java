package io.masthead.auth.oidc;

/** A callback proves nothing: it was forged, or belongs to another sign-in. */
final class ProofRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message for the log: nothing secret */
    ProofRefusedException(String message) {
        super(message);
    }
}
