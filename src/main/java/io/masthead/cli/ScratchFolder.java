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
 * Where the server keeps what it needs for a moment: uploads, and what Vert.x and other libraries
 * unpack. It is beside an H2 file, so that nothing else has to be writable; otherwise it is a
 * folder of this user's in Java's one for such files, or one beside the keys.
 *
 * <p>Whoever has the H2 file open is the only one to use the first. The others may be shared by
 * nodes that one user runs: all names in them are random, a file is made only where there is none,
 * and a node deletes nothing of another's but uploads that no request can still be waiting for.
 */
final class ScratchFolder {

    private static final String JAVA = "java.io.tmpdir";
    private static final String UPLOADS = "quarkus.http.body.uploads-directory";
    private static final String VERTX = "quarkus.vertx.cache-directory";

    /** No body takes a tenth of it to arrive and to be read. */
    private static final Duration LEFT_OVER = Duration.ofDays(1);

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
        var folder = DataFolder.of(url)
                .flatMap(DataFolder::scratch)
                .or(() -> isJavasWritable ? Optional.of(java) : made(OF_KEYS));
        if (folder.isEmpty()) {
            return Optional.of("Neither %s nor %s can be written: let one of them be, for uploads and other"
                            .formatted(java, OF_KEYS.getParent())
                    + " files that are soon deleted.");
        }
        if (folder.get().equals(java)) {
            // Quarkus' own choice, "uploads" for all users alike, is whose who comes first.
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

    /** The same one at each start, but where somebody else has taken its name. */
    private static Path ofUser(Path java) {
        var name = "masthead-" + System.getProperty("user.name").replaceAll("[^\\w.-]", "_");
        try {
            var folder = java.resolve(name);
            if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                DataFolder.createPrivate(folder);
            }
            return isOwn(folder) ? folder : Files.createTempDirectory(java, name);
        } catch (IOException e) {
            throw new UncheckedIOException("could be written a moment ago: " + java, e);
        }
    }

    /** Not another user's, who could read and replace what is there, nor a link to elsewhere. */
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

    /** Without what killed servers have left there. */
    private static Path uploads(Path folder) {
        var uploads = folder.resolve("uploads");
        if (!Files.isDirectory(uploads)) {
            return uploads;
        }
        try (var found = Files.list(uploads)) {
            var latest = now(uploads).minus(LEFT_OVER);
            for (var file : found.toList()) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(latest)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            // They only take room, and another node may be deleting the same.
        }
        return uploads;
    }

    /** By the clock of the file system, which may be another machine's. */
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
