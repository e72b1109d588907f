package io.masthead.platform.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs short texts with HMAC-SHA-256 (RFC 2104). Each use has its own key, which is created at the first use
 * and stored in the database.
 */
@ApplicationScoped
public class Signatures {

    private static final String ALGORITHM = "HmacSHA256";

    private final Map<String, SecretKeySpec> keys = new ConcurrentHashMap<>();
    private final SigningKeyRepository repository;

    Signatures(SigningKeyRepository repository) {
        this.repository = repository;
    }

    /**
     * @param use names the key, such as {@code "comment.edit"}; a signature is valid for this use only
     * @return 43 characters of base64url
     */
    public String sign(String use, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(keys.computeIfAbsent(use, this::key));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }

    /** Compares in constant time. */
    public boolean isValid(String use, String text, String signature) {
        return MessageDigest.isEqual(
                sign(use, text).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
    }

    private SecretKeySpec key(String use) {
        return new SecretKeySpec(Base64.getDecoder().decode(repository.obtain(use)), ALGORITHM);
    }
}
