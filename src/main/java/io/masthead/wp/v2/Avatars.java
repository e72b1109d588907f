package io.masthead.wp.v2;

import io.masthead.user.User;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Pictures of people: the one that a user has chosen, or Gravatar's by the e-mail address. */
final class Avatars {

    /** The widths in pixels that WordPress offers. */
    static final List<Integer> SIZES = List.of(24, 48, 96);

    private Avatars() {}

    static Map<String, String> of(User user) {
        if (user.avatarUrl().isEmpty()) {
            return ofEmail(user.email());
        }
        var urls = new LinkedHashMap<String, String>();
        SIZES.forEach(size -> urls.put(size.toString(), user.avatarUrl()));
        return urls;
    }

    /**
     * @param email null for somebody of whom none is known, who gets the usual silhouette
     */
    static Map<String, String> ofEmail(String email) {
        var hash = email == null ? "" : sha256(email.strip().toLowerCase(Locale.ROOT));
        var urls = new LinkedHashMap<String, String>();
        for (var size : SIZES) {
            urls.put(
                    size.toString(),
                    "https://secure.gravatar.com/avatar/%s?s=%d&d=mm&r=g".formatted(hash, size));
        }
        return urls;
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
