package io.masthead.user.session;

import com.bastiaanjansen.otp.HMACAlgorithm;
import com.bastiaanjansen.otp.TOTPGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.apache.commons.codec.binary.Base32;

/**
 * Time-based codes (RFC 6238) as common authenticators make them: SHA-1, 6 digits, a new code every 30 seconds.
 * The previous and the next code are accepted too, for clocks that differ.
 */
final class Totp {

    private static final Duration PERIOD = Duration.ofSeconds(30);
    private static final int DIGITS = 6;
    private static final int SECRET_BYTES = 20;
    private static final int LENIENCE = 1;

    private Totp() {}

    /** A new secret in base 32, without padding. */
    static String newSecret() {
        // Created per call: a static one would be seeded while the native image is built.
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Base32().encodeAsString(bytes).replace("=", "");
    }

    /** The time step of the code; empty if the code is wrong for all steps around now. */
    static OptionalLong stepOf(String secret, String code, Instant now) {
        var generator = generator(secret);
        var found = OptionalLong.empty();
        for (int offset = -LENIENCE; offset <= LENIENCE; offset++) {
            var at = now.plus(PERIOD.multipliedBy(offset));
            // All of them, so that the time reveals nothing.
            if (MessageDigest.isEqual(bytes(generator.at(at)), bytes(code))) {
                found = OptionalLong.of(at.getEpochSecond() / PERIOD.toSeconds());
            }
        }
        return found;
    }

    /** The content of the QR code for authenticators. */
    static String uri(String secret, String site, String account) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
                .formatted(encoded(site), encoded(account), secret, encoded(site), DIGITS, PERIOD.toSeconds());
    }

    // Deprecated in favour of SHA-256, which common authenticators ignore and then show wrong codes.
    @SuppressWarnings("deprecation")
    private static TOTPGenerator generator(String secret) {
        return new TOTPGenerator.Builder(bytes(secret))
                .withHOTPGenerator(builder -> builder.withPasswordLength(DIGITS).withAlgorithm(HMACAlgorithm.SHA1))
                .withPeriod(PERIOD)
                .build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
