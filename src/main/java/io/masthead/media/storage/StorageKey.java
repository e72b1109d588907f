package io.masthead.media.storage;

import io.masthead.text.Slugs;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a file in the store, made by the server: {@code 2026/11/ferry-0a1b2c3d4e5f.jpg}. Of the client's name
 * only letters and digits of ASCII remain, of its path nothing.
 */
public record StorageKey(String value) {

    private static final int MAX_LENGTH = 200;

    private static final int HASH_DIGITS = 12;
    private static final int MAX_NAME = 80;
    private static final Pattern SYNTAX = Pattern.compile("[0-9]{4}/[0-9]{2}/[a-z0-9-]{1,180}\\.[a-z0-9]{1,8}");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EXTENSION = Pattern.compile("\\.[^.]{0,16}$");

    /** @throws IllegalArgumentException for what is no key */
    public StorageKey {
        if (!isKey(value)) {
            throw new IllegalArgumentException("Not a key of a store");
        }
    }

    /** Empty for text that the server does not make keys of. */
    public static Optional<StorageKey> of(String text) {
        return isKey(text) ? Optional.of(new StorageKey(text)) : Optional.empty();
    }

    /**
     * A key for a file.
     *
     * @param name the client's name of the file; may be empty
     * @param sha256 in hex
     * @param extension of the detected type, without a dot
     * @param attempt from 0; later ones contain more of the hash
     */
    public static StorageKey make(String name, String sha256, String extension, Instant at, int attempt) {
        ZonedDateTime date = at.atZone(ZoneOffset.UTC);
        int digits = Math.min(sha256.length(), HASH_DIGITS + 8 * attempt);
        return new StorageKey("%04d/%02d/%s-%s.%s"
                .formatted(date.getYear(), date.getMonthValue(), words(name), sha256.substring(0, digits), extension));
    }

    /**
     * The key of another version of this file, beside it: {@code 2026/11/ferry-0a1b2c3d4e5f-300x200.webp}.
     *
     * @param suffix what tells it from others: letters from a to z, digits and hyphens
     * @param extension without a dot
     */
    public StorageKey variant(String suffix, String extension) {
        return new StorageKey(value.substring(0, value.lastIndexOf('.')) + "-" + suffix + "." + extension);
    }

    /** Its last segment. */
    public String fileName() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    private static boolean isKey(String text) {
        return text.length() <= MAX_LENGTH && SYNTAX.matcher(text).matches();
    }

    private static String words(String name) {
        var slug = OTHER.matcher(Slugs.from(EXTENSION.matcher(name).replaceFirst("")))
                .replaceAll("-");
        var cut = slug.length() <= MAX_NAME ? slug : slug.substring(0, MAX_NAME);
        var words = cut.replaceAll("^-+|-+$", "");
        return words.isEmpty() ? "file" : words;
    }

    @Override
    public String toString() {
        return value;
    }
}
