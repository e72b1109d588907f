package io.masthead.user.social;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What is shown of a secret at the start, so that whoever holds the secret can prove to have
 * started (RFC 7636, with S256 alone).
 */
public final class CodeChallenge {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private CodeChallenge() {}

    /** Whether this could be one. */
    public static boolean isWellFormed(String challenge) {
        return FORM.matcher(challenge).matches();
    }

    /** The challenge that belongs to a verifier (section 4.2). */
    public static String of(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest.digest(verifier.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Takes the same time however much of it is right. */
    static boolean belongsTo(String verifier, String challenge) {
        return MessageDigest.isEqual(
                of(verifier).getBytes(StandardCharsets.US_ASCII), challenge.getBytes(StandardCharsets.US_ASCII));
    }
}
