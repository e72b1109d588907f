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
 * A hash that was made by WordPress: {@code $wp$2y$} since 6.8, {@code $P$} (or {@code $H$}) before
 * it, and {@code $2y$} where a plugin had it so.
 */
final class WordPressHash implements PasswordHash {

    private static final String PREHASHED = "$wp";
    private static final String PREHASH_KEY = "wp-sha384";
    private static final Pattern SLASHED = Pattern.compile("['\"\\\\]");

    // What PHP's trim() takes for blank; NUL, which it takes as well, is in no password.
    private static final Pattern ENDS = Pattern.compile("^[ \t\n\r\\x0B]+|[ \t\n\r\\x0B]+$");

    private final PasswordHash hash;
    private final UnaryOperator<String> prehash;

    private WordPressHash(PasswordHash hash, UnaryOperator<String> prehash) {
        this.hash = hash;
        this.prehash = prehash;
    }

    /** Empty for all other forms, and for what would take too long to compare. */
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
     * The forms in which WordPress may have hashed a password. It trims what is chosen, and its own
     * pages also leave the backslashes in that it puts before quotes in all that is sent to them.
     */
    private static Set<String> forms(String password) {
        var trimmed = ENDS.matcher(password).replaceAll("");
        var forms = new LinkedHashSet<String>();
        forms.add(password);
        forms.add(trimmed);
        forms.add(SLASHED.matcher(trimmed).replaceAll("\\\\$0"));
        return forms;
    }

    /** Lets bcrypt, which reads 72 bytes, tell longer passwords apart. */
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
