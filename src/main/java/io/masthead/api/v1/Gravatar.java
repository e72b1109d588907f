package io.masthead.api.v1;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Pictures of people by the SHA-256 hash of their e-mail address (Gravatar). */
final class Gravatar {

    /** The widths, in pixels, that WordPress offers. */
    private static final List<Integer> SIZES = List.of(24, 48, 96);

    private Gravatar() {}

    /**
     * @param email empty for somebody of whom nothing is known, who gets the usual silhouette
     */
    static Map<String, String> urls(String email) {
        var hash = hash(email.strip().toLowerCase(Locale.ROOT));
        var urls = new LinkedHashMap<String, String>();
        for (var size : SIZES) {
            urls.put(
                    size.toString(),
                    "https://secure.gravatar.com/avatar/%s?s=%d&d=mm&r=g".formatted(hash, size));
        }
        return urls;
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
