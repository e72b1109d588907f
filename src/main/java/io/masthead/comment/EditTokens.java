package io.masthead.comment;

import io.masthead.platform.signing.Signatures;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What a guest proves with to have written a comment. A token is signed rather than stored, so that
 * a repeated submission is answered with the same one.
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

    /**
     * @param token null for none
     */
    boolean isValid(long commentId, String token) {
        return token != null && signatures.isValid(USE, Long.toString(commentId), token);
    }
}
