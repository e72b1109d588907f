package io.masthead.user.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A hash that was made by WordPress: {@code $wp$2y$} since 6.8, {@code $P$} (or {@code $H$}) before, and {@code
 * $2y$} where a plugin set it.
 */
final class WordPressHash implements PasswordHash {

    private static final String PREHASHED = "$wp";
    private static final String PREHASH_KEY = "wp-sha384";
    private static final Pattern SLASHED = Pattern.compile("['\"\\\\]");

    // What PHP's trim() treats as blank, except NUL, which no password contains.
    private static final Pattern ENDS = Pattern.compile("^[ \t\n\r\\x0B]+|[ \t\n\r\\x0B]+$");

    private final PasswordHash hash;
    private final UnaryOperator<String> prehash;

    private WordPressHash(PasswordHash hash, UnaryOperator<String> prehash) {
        this.hash = hash;
        this.prehash = prehash;
    }

    /** Empty for all other formats, and for hashes that would take too long to verify. */
    static Optional<WordPressHash> parse(String stored) {
        if (stored.startsWith(PREHASHED + "$")) {
            return BcryptHash.parse(stored.substring(PREHASHED.length()))
                    .map(hash -> new WordPressHash(hash, WordPressHash::hmac));
        }
        return PhpassHash.parse(stored)
                .<PasswordHash>map(hash -> hash)
                .or(() -> BcryptHash.parse(stored))
                .map(hash -> new WordPressHash(hash, UnaryOperator.identity()));
    }

    @Override
    public boolean matches(String password) {
        return forms(password).stream().map(prehash).anyMatch(hash::matches);
    }

    /**
     * The forms in which WordPress may have hashed a password. It trims new passwords, and its own pages keep
     * the backslashes that WordPress adds before quotes in all input.
     */
    private static Set<String> forms(String password) {
        var trimmed = ENDS.matcher(password).replaceAll("");
        var forms = new LinkedHashSet<String>();
        forms.add(password);
        forms.add(trimmed);
        forms.add(SLASHED.matcher(trimmed).replaceAll("\\\\$0"));
        return forms;
    }

    /** Lets bcrypt, which reads 72 bytes, distinguish longer passwords. */
    private static String hmac(String password) {
        try {
            var mac = Mac.getInstance("HmacSHA384");
            mac.init(new SecretKeySpec(PREHASH_KEY.getBytes(StandardCharsets.US_ASCII), "HmacSHA384"));
            return Base64.getEncoder().encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform we run on has HMAC-SHA384", e);
        }
    }
}
