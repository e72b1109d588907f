package io.masthead.user.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A portable hash of phpass, the format of WordPress before 6.8: iterated MD5. It is only verified, never
 * created.
 */
final class PhpassHash implements PasswordHash {

    private static final String DIGITS = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int MIN_LOG_ROUNDS = 7;

    /** WordPress' default is 13; each step doubles the time. */
    private static final int MAX_LOG_ROUNDS = 18;

    private static final Pattern FORM =
            Pattern.compile("\\$[PH]\\$([./0-9A-Za-z])([./0-9A-Za-z]{8})([./0-9A-Za-z]{22})");

    private final int logRounds;
    private final String salt;
    private final String output;

    private PhpassHash(int logRounds, String salt, String output) {
        this.logRounds = logRounds;
        this.salt = salt;
        this.output = output;
    }

    /** Empty for all other formats, and for more rounds than are in use anywhere. */
    static Optional<PhpassHash> parse(String stored) {
        var form = FORM.matcher(stored);
        if (!form.matches()) {
            return Optional.empty();
        }
        int logRounds = DIGITS.indexOf(form.group(1));
        return logRounds >= MIN_LOG_ROUNDS && logRounds <= MAX_LOG_ROUNDS
                ? Optional.of(new PhpassHash(logRounds, form.group(2), form.group(3)))
                : Optional.empty();
    }

    @Override
    public boolean matches(String password) {
        return MessageDigest.isEqual(
                output.getBytes(StandardCharsets.US_ASCII),
                compute(password.getBytes(StandardCharsets.UTF_8)).getBytes(StandardCharsets.US_ASCII));
    }

    private String compute(byte[] password) {
        var md5 = md5();
        md5.update(salt.getBytes(StandardCharsets.US_ASCII));
        var hash = md5.digest(password);
        for (int round = 0; round < (1 << logRounds); round++) {
            md5.update(hash);
            hash = md5.digest(password);
        }
        return encode(hash);
    }

    /** Encodes three bytes, lowest first, as four digits, lowest first. */
    private static String encode(byte[] bytes) {
        var text = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 3) {
            int count = Math.min(3, bytes.length - i);
            int group = 0;
            for (int j = 0; j < count; j++) {
                group |= (bytes[i + j] & 0xff) << (8 * j);
            }
            for (int digit = 0; digit <= count; digit++) {
                text.append(DIGITS.charAt((group >> (6 * digit)) & 0x3f));
            }
        }
        return text.toString();
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }
}
