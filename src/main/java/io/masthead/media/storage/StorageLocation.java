package io.masthead.media.storage;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads the setting for the place of the store. */
public final class StorageLocation {

    private static final String SCHEME = "file:";

    private StorageLocation() {}

    /**
     * The folder in {@code file:./data/media}, {@code file:/srv/media} or {@code file:///srv/media}.
     *
     * @throws IllegalArgumentException with a sentence for the operator
     */
    public static Path folder(String setting) {
        var text = setting.strip();
        if (!text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new IllegalArgumentException(
                    "only folders can keep media so far: use file: and the path of a folder, such as file:./data/media.");
        }
        var path = text.substring(SCHEME.length());
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
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("the path after file: is not valid on this system.", e);
        }
    }
}
