package io.masthead.user;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The form of an API token: {@code mh_pat_}, 30 random base-62 characters (178 bits), and 6 that
 * hold the CRC-32 of what precedes.
 *
 * <p>The prefix lets scanners find leaked tokens, the checksum lets junk be refused without asking
 * the database. It is no secret: only the random part is.
 */
public final class TokenFormat {

    private static final String PREFIX = "mh_pat_";
    private static final int RANDOM_LENGTH = 30;
    private static final int CHECKSUM_LENGTH = 6;
    private static final int LENGTH = PREFIX.length() + RANDOM_LENGTH + CHECKSUM_LENGTH;
    private static final String BASE62 =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final Pattern BODY = Pattern.compile("[0-9A-Za-z]+");

    private TokenFormat() {}

    /** A new token that nobody has yet. */
    public static String generate() {
        // Made anew each time: a static one would be seeded while the native image is built.
        var random = new SecureRandom();
        var token = new StringBuilder(LENGTH).append(PREFIX);
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            token.append(BASE62.charAt(random.nextInt(BASE62.length())));
        }
        return token.append(checksum(token)).toString();
    }

    /** Whether this could be a token at all; says nothing about whether one was ever issued. */
    public static boolean isWellFormed(String token) {
        if (token == null || token.length() != LENGTH || !token.startsWith(PREFIX)) {
            return false;
        }
        var body = token.substring(PREFIX.length());
        var checked = token.substring(0, LENGTH - CHECKSUM_LENGTH);
        return BODY.matcher(body).matches()
                && token.substring(LENGTH - CHECKSUM_LENGTH).equals(checksum(checked));
    }

    /**
     * The SHA-256 of a token in 64 lower-case hexadecimal digits: all that is ever stored of it.
     */
    public static String sha256(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String checksum(CharSequence text) {
        var crc = new CRC32();
        crc.update(text.toString().getBytes(StandardCharsets.US_ASCII));
        long rest = crc.getValue();
        var digits = new StringBuilder(CHECKSUM_LENGTH);
        for (int i = 0; i < CHECKSUM_LENGTH; i++) {
            digits.append(BASE62.charAt((int) (rest % BASE62.length())));
            rest /= BASE62.length();
        }
        return digits.reverse().toString();
    }
}
