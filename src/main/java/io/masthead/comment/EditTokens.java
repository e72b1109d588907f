package io.masthead.comment;

import io.masthead.platform.signing.Signatures;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tokens by which guests prove that they wrote a comment. They are signed rather than stored, so that a
 * repeated submission gets the same one.
 */
@ApplicationScoped
class EditTokens {

    private static final String USE = "comment.edit";

    private final Signatures signatures;

    EditTokens(Signatures signatures) {
        this.signatures = signatures;
    }

    String of(long commentId) {
        return signatures.sign(USE, Long.toString(commentId));
    }

    /** @param token null for none */
    boolean isValid(long commentId, String token) {
        return token != null && signatures.isValid(USE, Long.toString(commentId), token);
    }
}
