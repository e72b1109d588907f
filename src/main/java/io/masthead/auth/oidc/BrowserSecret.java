package io.masthead.auth.oidc;

import io.masthead.user.credential.SecretFormat;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret in a cookie while the browser is at another site. The PKCE verifier and the nonce are derived from
 * it, so that only this browser can finish, and a copy of the database is useless.
 */
record BrowserSecret(String value) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    static BrowserSecret generate() {
        var bytes = new byte[BYTES];
        // Created per call: a static one would be seeded while the native image is built.
        new SecureRandom().nextBytes(bytes);
        return new BrowserSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** All that is stored of it. */
    String hash() {
        return SecretFormat.sha256(value);
    }

    boolean hasHash(String hash) {
        return MessageDigest.isEqual(
                hash().getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    /** RFC 7636 section 4.1: 43 characters. */
    String verifier(String state) {
        return derived("verifier", state);
    }

    /** OpenID Connect Core 1.0 section 15.5.2. */
    String nonce(String state) {
        return derived("nonce", state);
    }

    @Override
    public String toString() {
        return "BrowserSecret";
    }

    private String derived(String use, String state) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(value.getBytes(StandardCharsets.US_ASCII), ALGORITHM));
            var text = use + " " + state;
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }
}
