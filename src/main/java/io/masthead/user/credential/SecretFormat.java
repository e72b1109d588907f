package io.masthead.user.credential;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The formats of the secrets that Masthead generates: a prefix, random base-62 characters, and a CRC-32
 * checksum of both in 6 characters.
 *
 * <p>The prefix lets scanners find leaked secrets and keeps secrets of different purposes apart; the checksum
 * lets junk be refused without a database query. Only the random part is secret.
 */
public enum SecretFormat {
    /** 178 random bits. */
    API_TOKEN("mh_pat_", 30),
    /** 107 random bits in the 24 characters that WordPress gives an application password. */
    APPLICATION_PASSWORD("", 18),
    /** The session part, of {@link #FAMILY_LENGTH}, and the part that changes with each refresh. */
    REFRESH_TOKEN("mh_ref_", 52),
    /** In the mailed link to set a new password. */
    RESET("mh_rst_", 30),
    /** Proves the first step of a two-step sign-in. */
    CHALLENGE("mh_2nd_", 30),
    /** Is exchanged for a session after a sign-in at another site. */
    EXCHANGE("mh_exc_", 30),
    /** Ties a browser that returns from another site to the sign-in that sent it there. */
    STATE("mh_sta_", 30),
    /** Lets a browser link another site's account to the account of the user who requested it. */
    LINK_TICKET("mh_lnk_", 30),
    /** Asks for the password of the account that another site's account is to be linked to. */
    LINK_CHALLENGE("mh_lnc_", 30);

    /** How many random characters of a refresh token name the session: 130 bits. */
    private static final int FAMILY_LENGTH = 22;

    private static final int CHECKSUM_LENGTH = 6;
    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final Pattern SEPARATORS = Pattern.compile("[^0-9A-Za-z]+");
    private static final Pattern BODY = Pattern.compile("[0-9A-Za-z]+");

    private final String prefix;
    private final int randomLength;

    SecretFormat(String prefix, int randomLength) {
        this.prefix = prefix;
        this.randomLength = randomLength;
    }

    /** A new random secret. */
    public String generate() {
        return complete(random(randomLength));
    }

    /**
     * The next refresh token of the same session.
     *
     * @param refreshToken a well-formed one
     * @param seed at least 256 random bits, which decide the part that changes
     */
    public static String successorOf(String refreshToken, byte[] seed) {
        var rest = new BigInteger(1, seed);
        var base = BigInteger.valueOf(BASE62.length());
        var part = new StringBuilder();
        for (int i = FAMILY_LENGTH; i < REFRESH_TOKEN.randomLength; i++) {
            var digit = rest.divideAndRemainder(base);
            part.append(BASE62.charAt(digit[1].intValue()));
            rest = digit[0];
        }
        return REFRESH_TOKEN.complete(familyOf(refreshToken) + part);
    }

    /** The part that all refresh tokens of one session share. */
    public static String familyOf(String refreshToken) {
        int start = REFRESH_TOKEN.prefix.length();
        return refreshToken.substring(start, start + FAMILY_LENGTH);
    }

    /** Whether it has the format of such a secret, issued or not. */
    public boolean isWellFormed(String secret) {
        if (secret == null
                || secret.length() != prefix.length() + randomLength + CHECKSUM_LENGTH
                || !secret.startsWith(prefix)) {
            return false;
        }
        int end = secret.length() - CHECKSUM_LENGTH;
        return BODY.matcher(secret.substring(prefix.length())).matches()
                && secret.substring(end).equals(checksum(secret.substring(0, end)));
    }

    /** An application password without the separators that only group it, as WordPress reads it. */
    public static String lettersAndDigits(String typed) {
        return SEPARATORS.matcher(typed).replaceAll("");
    }

    /** Whether it has the prefix of such a secret, well-formed or not. */
    public boolean hasPrefix(String secret) {
        return secret.startsWith(prefix);
    }

    /**
     * The SHA-256 of a secret in 64 lower-case hexadecimal digits, which is all that is stored. A fast hash is
     * enough, since a random secret cannot be guessed.
     */
    public static String sha256(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private String complete(String random) {
        var body = prefix + random;
        return body + checksum(body);
    }

    private static String random(int length) {
        // Created per call: a static one would be seeded while the native image is built.
        var random = new SecureRandom();
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(BASE62.charAt(random.nextInt(BASE62.length())));
        }
        return text.toString();
    }

    private static String checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        long rest = crc.getValue();
        var digits = new StringBuilder(CHECKSUM_LENGTH);
        for (int i = 0; i < CHECKSUM_LENGTH; i++) {
            digits.append(BASE62.charAt((int) (rest % BASE62.length())));
            rest /= BASE62.length();
        }
        return digits.reverse().toString();
    }
}
