package io.masthead.platform.encryption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A key for AES-256-GCM (NIST SP 800-38D), with a random nonce for each encryption. */
public final class EncryptionKey {

    /** The minimum length of the text that a key is derived from. */
    static final int MIN_LENGTH = 32;

    /** The prefix of encrypted values, which names the format. */
    static final String MARK = "v1:";

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int GENERATED_BYTES = 32;

    private final SecretKeySpec key;

    private EncryptionKey(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * @param text at least {@value #MIN_LENGTH} characters without surrounding blanks; it must be random, since
     *     nothing slows down guessing
     * @throws IllegalArgumentException if it is shorter
     */
    static EncryptionKey of(String text) {
        if (text.strip().length() < MIN_LENGTH) {
            throw new IllegalArgumentException("A key has at least " + MIN_LENGTH + " characters");
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var bytes = digest.digest(("masthead " + text.strip()).getBytes(StandardCharsets.UTF_8));
            return new EncryptionKey(new SecretKeySpec(bytes, "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** A new text to derive a key from: 256 random bits in base64. */
    static String generate() {
        // Created per call: a static one would be seeded while the native image is built.
        var bytes = new byte[GENERATED_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** @param context identifies the secret and its owner; it can be decrypted only with the same value */
    String encrypt(String context, String secret) {
        var nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        try {
            var encrypted =
                    cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return MARK
                    + Base64.getEncoder()
                            .encodeToString(ByteBuffer.allocate(NONCE_BYTES + encrypted.length)
                                    .put(nonce)
                                    .put(encrypted)
                                    .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES in GCM", e);
        }
    }

    /** Empty if it was encrypted with another key or for another context. */
    Optional<String> decrypt(String context, String encrypted) {
        if (!encrypted.startsWith(MARK)) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getDecoder().decode(encrypted.substring(MARK.length()));
            if (bytes.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            var nonce = Arrays.copyOf(bytes, NONCE_BYTES);
            var rest = Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length);
            return Optional.of(
                    new String(cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(rest), StandardCharsets.UTF_8));
        } catch (AEADBadTagException | IllegalArgumentException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES in GCM", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
