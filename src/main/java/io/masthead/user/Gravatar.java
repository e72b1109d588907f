package io.masthead.user;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * URLs of pictures at Gravatar. They contain the SHA-256 hash of an e-mail address, so they are shown only if
 * {@link AvatarConfig} allows it.
 */
public final class Gravatar {

    private Gravatar() {}

    /**
     * @param email empty or null if unknown, which gives Gravatar's placeholder
     * @param size the width in pixels
     */
    public static String url(String email, int size) {
        var hash = hash(email == null ? "" : email.strip().toLowerCase(Locale.ROOT));
        return "https://secure.gravatar.com/avatar/" + hash + "?s=" + size + "&d=mm&r=g";
    }

    private static String hash(String key) {
        if (key.isEmpty()) {
            return "";
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
