package io.masthead.cli;

import io.masthead.db.DataFolder;
import io.smallrye.config.SmallRyeConfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the server keeps what it needs for a moment: uploads, and what Vert.x and other libraries
 * unpack. It is beside an H2 file, so that nothing else has to be writable; otherwise it is Java's
 * folder for such files, or the one that keys are kept in.
 */
final class ScratchFolder {

    private static final String JAVA = "java.io.tmpdir";
    private static final String UPLOADS = "quarkus.http.body.uploads-directory";
    private static final String VERTX = "quarkus.vertx.cache-directory";
    private static final Path OF_KEYS = Path.of("data", "masthead.tmp").toAbsolutePath();

    private ScratchFolder() {}

    /**
     * Makes it, and tells Quarkus of it, which does not run yet.
     *
     * @return one sentence that says what to do where nothing can be written; else empty
     */
    static Optional<String> prepare(SmallRyeConfig settings) {
        var java = Path.of(System.getProperty(JAVA));
        var isJavasWritable = isWritable(java);
        var url = settings.getOptionalValue("masthead.db.url", String.class).orElse("");
        var folder =
                DataFolder.of(url)
                        .flatMap(DataFolder::scratch)
                        .or(() -> isJavasWritable ? Optional.of(java) : made(OF_KEYS));
        if (folder.isEmpty()) {
            return Optional.of(
                    "Neither %s nor %s can be written: let one of them be, for uploads and other"
                                    .formatted(java, OF_KEYS.getParent())
                            + " files that are soon deleted.");
        }
        if (!folder.get().equals(java)) {
            setUnlessChosen(UPLOADS, folder.get().resolve("uploads"), settings);
            setUnlessChosen(VERTX, folder.get().resolve("vertx-cache"), settings);
            if (!isJavasWritable) {
                System.setProperty(JAVA, folder.get().toString());
            }
        }
        return Optional.empty();
    }

    private static void setUnlessChosen(String name, Path path, SmallRyeConfig settings) {
        if (settings.getOptionalValue(name, String.class).isEmpty()) {
            System.setProperty(name, path.toString());
        }
    }

    private static Optional<Path> made(Path folder) {
        try {
            DataFolder.createPrivate(folder);
        } catch (IOException e) {
            return Optional.empty();
        }
        return isWritable(folder) ? Optional.of(folder) : Optional.empty();
    }

    /** By writing there: of a file system that is mounted read-only, rights do not tell. */
    private static boolean isWritable(Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, "masthead", null));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
