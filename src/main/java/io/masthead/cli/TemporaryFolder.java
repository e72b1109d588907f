package io.masthead.cli;

import io.masthead.platform.db.DataFolder;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The folder for temporary files: uploads, and what Vert.x and other libraries extract. It is beside an H2
 * file, so that nothing else has to be writable; otherwise it is this user's folder in Java's temporary folder,
 * or one beside the keys.
 *
 * <p>The first one is used only by the process that has the H2 file open. The others may be shared by nodes of
 * one user: all names in them are random, files are only created and never overwritten, and a node deletes
 * nothing of others except uploads that are too old to be in use.
 */
final class TemporaryFolder {

    private static final String JAVA = "java.io.tmpdir";
    private static final String UPLOADS = "quarkus.http.body.uploads-directory";
    private static final String VERTX = "quarkus.vertx.cache-directory";

    /** Receiving and reading a body takes less than a tenth of this. */
    private static final Duration STALE_AFTER = Duration.ofDays(1);

    private static final Path OF_KEYS = Path.of("data", "masthead.tmp").toAbsolutePath();

    private TemporaryFolder() {}

    /**
     * Creates the folder and configures Quarkus, which has not started yet.
     *
     * @return one sentence with the solution if nothing is writable; else empty
     */
    static Optional<String> prepare(SmallRyeConfig settings) {
        var java = Path.of(System.getProperty(JAVA));
        var isJavasWritable = isWritable(java);
        var url = settings.getOptionalValue("masthead.db.url", String.class).orElse("");
        var folder = DataFolder.of(url)
                .flatMap(DataFolder::temporaryFolder)
                .or(() -> isJavasWritable ? Optional.of(java) : made(OF_KEYS));
        if (folder.isEmpty()) {
            return Optional.of("Neither %s nor %s is writable: make one of them writable for uploads and other"
                            .formatted(java, OF_KEYS.getParent())
                    + " temporary files.");
        }
        if (folder.get().equals(java)) {
            // Quarkus' default, "uploads" for all users, belongs to the first user who creates it.
            setUnlessChosen(UPLOADS, uploads(ofUser(java)), settings);
            return Optional.empty();
        }
        setUnlessChosen(UPLOADS, uploads(folder.get()), settings);
        setUnlessChosen(VERTX, folder.get().resolve("vertx-cache"), settings);
        if (!isJavasWritable) {
            System.setProperty(JAVA, folder.get().toString());
        }
        return Optional.empty();
    }

    /** The same one at each start, unless another user has taken its name. */
    private static Path ofUser(Path java) {
        var name = "masthead-" + System.getProperty("user.name").replaceAll("[^\\w.-]", "_");
        try {
            var folder = java.resolve(name);
            if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                DataFolder.createPrivate(folder);
            }
            return isOwn(folder) ? folder : Files.createTempDirectory(java, name);
        } catch (IOException e) {
            throw new UncheckedIOException("was writable a moment ago: " + java, e);
        }
    }

    /** Neither another user's, who could read and replace the files, nor a link. */
    private static boolean isOwn(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        var mine = Files.createTempFile(folder.getParent(), "masthead", null);
        try {
            if (!Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(mine))) {
                return false;
            }
        } finally {
            Files.delete(mine);
        }
        DataFolder.makePrivateFolder(folder);
        return true;
    }

    /** Without the files of killed servers. */
    private static Path uploads(Path folder) {
        var uploads = folder.resolve("uploads");
        if (!Files.isDirectory(uploads)) {
            return uploads;
        }
        try (var found = Files.list(uploads)) {
            var latest = now(uploads).minus(STALE_AFTER);
            for (var file : found.toList()) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(latest)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            // They only take space, and another node may be deleting them.
        }
        return uploads;
    }

    /** By the clock of the file system, which may be on another machine. */
    private static Instant now(Path folder) throws IOException {
        var probe = Files.createTempFile(folder, "masthead", null);
        try {
            return Files.getLastModifiedTime(probe).toInstant();
        } finally {
            Files.delete(probe);
        }
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

    /** By writing to it: permissions do not reveal a read-only mount. */
    private static boolean isWritable(Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, "masthead", null));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
