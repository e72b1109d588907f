package io.masthead.user.session;

import io.masthead.platform.signing.Signatures;
import io.masthead.user.credential.SecretFormat;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Derives the refresh token that follows another one, so that it can be answered again without
 * being stored: from the token before it, which only its holder has; from a random salt, which is
 * in the database; and from a key of the site. None of the three says anything without the others.
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
        // Made anew each time: a static one would be seeded while the native image is built.
        var salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(salt);
    }

    /** The successor of a well-formed refresh token, the same for the same salt on every node. */
    String of(String refreshToken, String salt) {
        var seed = Base64.getUrlDecoder().decode(signatures.sign(USE, salt + "." + refreshToken));
        return SecretFormat.successorOf(refreshToken, seed);
    }
}
