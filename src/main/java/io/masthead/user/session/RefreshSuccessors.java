package io.masthead.user.session;

import io.masthead.platform.signing.Signatures;
import io.masthead.user.credential.SecretFormat;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Derives the next refresh token from three inputs: the current token, which only its holder has; a random salt
 * from the database; and a key of the site. So it can be sent again without being stored, and no input alone
 * reveals it.
 */
@Singleton
class RefreshSuccessors {

    private static final String USE = "session.successor";
    private static final int SALT_BYTES = 16;

    private final Signatures signatures;

    RefreshSuccessors(Signatures signatures) {
        this.signatures = signatures;
    }

    /** 22 characters of base64url. */
    String newSalt() {
        // Created per call: a static one would be seeded while the native image is built.
        var salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(salt);
    }

    /** The next token after a well-formed refresh token; the same salt gives the same one on every node. */
    String of(String refreshToken, String salt) {
        var seed = Base64.getUrlDecoder().decode(signatures.sign(USE, salt + "." + refreshToken));
        return SecretFormat.successorOf(refreshToken, seed);
    }
}
