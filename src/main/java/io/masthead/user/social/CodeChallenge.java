package io.masthead.user.social;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A PKCE code challenge (RFC 7636, with S256 only): the client that holds the verifier proves that it started
 * the flow.
 */
public final class CodeChallenge {

    /** The base64url of a SHA-256. */
    public static final String FORMAT = "[A-Za-z0-9_-]{43}";

    private static final Pattern SYNTAX = Pattern.compile(FORMAT);

    private CodeChallenge() {}

    /** Whether it has the format of a challenge. */
    public static boolean isWellFormed(String challenge) {
        return SYNTAX.matcher(challenge).matches();
    }

    /** The challenge of a verifier (section 4.2). */
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

    /** Compares in constant time. */
    static boolean belongsTo(String verifier, String challenge) {
        return MessageDigest.isEqual(
                of(verifier).getBytes(StandardCharsets.US_ASCII), challenge.getBytes(StandardCharsets.US_ASCII));
    }
}
