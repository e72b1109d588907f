package io.masthead.media.storage;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** The place of the store, as the setting names it. */
public sealed interface StorageLocation {

    /** A folder of this machine, which may be shared with others. */
    record Folder(Path path) implements StorageLocation {}

    /**
     * A bucket of a server that speaks the protocol of Amazon S3.
     *
     * @param prefix of all names in it: empty, or ends with a slash
     */
    record Bucket(String name, String prefix) implements StorageLocation {}

    /**
     * The folder in {@code file:./data/media}, {@code file:/srv/media} or {@code file:///srv/media}, or the bucket in
     * {@code s3://bucket} or {@code s3://bucket/prefix}.
     *
     * @throws IllegalArgumentException with a sentence for the operator
     */
    static StorageLocation of(String setting) {
        var text = setting.strip();
        var scheme = text.substring(0, text.indexOf(':') + 1).toLowerCase(Locale.ROOT);
        var rest = text.substring(scheme.length());
        return switch (scheme) {
            case "file:" -> folder(rest);
            case "s3:" -> bucket(rest);
            default ->
                throw new IllegalArgumentException(
                        "use file: and the path of a folder, such as file:./data/media, or s3://bucket/prefix.");
        };
    }

    private static Folder folder(String text) {
        var path = text;
        if (path.startsWith("//")) {
            path = path.substring(2);
            if (!path.startsWith("/")) {
                throw new IllegalArgumentException(
                        "file:// is followed by the absolute path of a folder, as in file:///srv/media.");
            }
        }
        if (path.isBlank()) {
            throw new IllegalArgumentException("the path of a folder is missing after file:.");
        }
        try {
            return new Folder(Path.of(path));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("the path after file: is not valid on this system.", e);
        }
    }

    private static Bucket bucket(String text) {
        var parts = Syntax.BUCKET.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("s3:// is followed by the name of a bucket (3 to 63 lower-case letters,"
                    + " digits, dots and hyphens) and perhaps a slash and a prefix (letters, digits and -_./), as in"
                    + " s3://bucket/prefix.");
        }
        var prefix = parts.group(2);
        return new Bucket(parts.group(1), prefix == null ? "" : prefix + '/');
    }

    /** Kept apart, since all constants of an interface are public. */
    final class Syntax {

        private static final String SEGMENT = "[A-Za-z0-9_-][A-Za-z0-9._-]*";

        /** By the rules of Amazon S3 for names of buckets; prefixes have no segments that clients might resolve. */
        private static final Pattern BUCKET = Pattern.compile(
                "//([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/((?=.{1,200}$)" + SEGMENT + "(?:/" + SEGMENT + ")*))?/?");

        private Syntax() {}
    }
}
