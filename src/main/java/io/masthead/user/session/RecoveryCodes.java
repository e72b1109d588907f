package io.masthead.user.session;

import io.masthead.user.credential.SecretFormat;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Codes for a lost authenticator: 16 unambiguous letters and digits (80 bits), in groups of four. Case and
 * hyphens are ignored.
 */
final class RecoveryCodes {

    private static final int AMOUNT = 10;
    private static final int GROUPS = 4;
    private static final int GROUP = 4;
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz023456789";

    private RecoveryCodes() {}

    static List<String> generate() {
        // Created per call: a static one would be seeded while the native image is built.
        var random = new SecureRandom();
        var codes = new ArrayList<String>();
        for (int i = 0; i < AMOUNT; i++) {
            var code = new StringBuilder();
            for (int j = 0; j < GROUPS * GROUP; j++) {
                code.append(j > 0 && j % GROUP == 0 ? "-" : "")
                        .append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            codes.add(code.toString());
        }
        return codes;
    }

    /** All that is stored of a code; a fast hash is enough, since a random code cannot be guessed. */
    static String hash(String code) {
        return SecretFormat.sha256(code.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", ""));
    }
}
