package io.masthead.wp.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** The files that uploads of a replay leave: the database forgets them with each group, the store does not. */
final class StoredUploads {

    /** The value of {@code masthead.media.storage} in tests. */
    private static final Path FOLDER = Path.of("target/media");

    private final Set<Path> ofOthers = files();

    /** Those that came since, whose names would else be taken in the next replay. */
    void remove() {
        for (var file : files()) {
            if (!ofOthers.contains(file)) {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static Set<Path> files() {
        try (var files = Files.walk(Files.createDirectories(FOLDER))) {
            return files.filter(Files::isRegularFile).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
