package io.masthead.user.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** An Argon2id hash (RFC 9106), written in the PHC string format. */
final class Argon2Hash implements PasswordHash {

    private static final int SALT_BYTES = 16;
    private static final int OUTPUT_BYTES = 32;
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=1" + "\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");

    private final Argon2Cost cost;
    private final byte[] salt;
    private final byte[] output;

    private Argon2Hash(Argon2Cost cost, byte[] salt, byte[] output) {
        this.cost = cost;
        this.salt = salt;
        this.output = output;
    }

    static Argon2Hash of(String password, Argon2Cost cost) {
        var salt = new byte[SALT_BYTES];
        // Created per call: a static one would be seeded while the native image is built.
        new SecureRandom().nextBytes(salt);
        return new Argon2Hash(cost, salt, compute(password, cost, salt));
    }

    /** Empty for all other formats, and for a cost beyond {@link Argon2Cost}'s limits. */
    static Optional<Argon2Hash> parse(String stored) {
        var form = FORM.matcher(stored);
        if (!form.matches()) {
            return Optional.empty();
        }
        int memory = Integer.parseInt(form.group(1));
        int iterations = Integer.parseInt(form.group(2));
        return Argon2Cost.isAllowed(memory, iterations)
                ? Optional.of(new Argon2Hash(
                        new Argon2Cost(memory, iterations),
                        Base64.getDecoder().decode(form.group(3)),
                        Base64.getDecoder().decode(form.group(4))))
                : Optional.empty();
    }

    Argon2Cost cost() {
        return cost;
    }

    @Override
    public boolean matches(String password) {
        return MessageDigest.isEqual(output, compute(password, cost, salt));
    }

    /** The stored form. */
    @Override
    public String toString() {
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m="
                + cost.memory()
                + ",t="
                + cost.iterations()
                + ",p=1$"
                + base64.encodeToString(salt)
                + "$"
                + base64.encodeToString(output);
    }

    private static byte[] compute(String password, Argon2Cost cost, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.iterations())
                // More lanes would use more threads than the bulkhead admits.
                .withParallelism(1)
                .withSalt(salt)
                .build());
        var output = new byte[OUTPUT_BYTES];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), output);
        return output;
    }
}
