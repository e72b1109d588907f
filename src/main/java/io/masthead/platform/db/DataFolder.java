package io.masthead.platform.db;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The folder of an H2 file, which is for nobody but the user who runs the server: folder 0700,
 * files 0600. Where the file system knows no such rights, it stays as it is.
 */
public final class DataFolder {

    private static final Pattern FILE = Pattern.compile("jdbc:h2:(?:file:)?([^;]+).*");
    private static final Pattern NO_FILE = Pattern.compile("jdbc:h2:(mem|tcp|ssl|zip):.*");
    private static final String OF_KEY = "secrets.key";
    private static final String SCRATCH = ".tmp";

    private static final Set<PosixFilePermission> OWN_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWN_FILE = PosixFilePermissions.fromString("rw-------");

    private final Path path;
    private final String database;

    private DataFolder(Path path, String database) {
        this.path = path;
        this.database = database;
    }

    /** Of an H2 file; empty for every other URL. */
    public static Optional<DataFolder> of(String url) {
        var parts = FILE.matcher(url);
        if (!parts.matches() || NO_FILE.matcher(url).matches()) {
            return Optional.empty();
        }
        var name = parts.group(1).replaceFirst("^~(?=/)", System.getProperty("user.home"));
        var file = Path.of(name).toAbsolutePath().normalize();
        return file.getParent() == null
                ? Optional.empty()
                : Optional.of(
                        new DataFolder(file.getParent(), file.getFileName().toString()));
    }

    public Path path() {
        return path;
    }

    /** Makes the folder if it is missing. What cannot be made is H2's to refuse. */
    void create() {
        try {
            createPrivate(path);
        } catch (IOException e) {
            // H2 says so in its own words when it opens the file.
        }
    }

    /**
     * Makes, for one start, an empty folder for files that are soon deleted; whoever has the
     * database open is the only one to use it.
     *
     * @return empty if it cannot be made
     */
    public Optional<Path> scratch() {
        var scratch = path.resolve(database + SCRATCH);
        try {
            if (Files.exists(scratch)) {
                try (var left = Files.walk(scratch)) {
                    for (var file : left.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            createPrivate(scratch);
            return Optional.of(scratch);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Takes from all others the right to read what is there. A folder that holds anything else than
     * this database is somebody else's to decide about, and only the database's files change.
     */
    void protect() {
        try (var found = Files.list(path)) {
            var all = found.toList();
            var own = all.stream().filter(this::isOurs).toList();
            own.stream().filter(Files::isRegularFile).forEach(file -> permit(file, OWN_FILE));
            if (own.size() == all.size()) {
                permit(path, OWN_FOLDER);
            }
        } catch (IOException e) {
            // A folder that cannot be listed is not readable for others because of us.
        }
    }

    private boolean isOurs(Path file) {
        var name = file.getFileName().toString();
        return name.equals(database + SCRATCH)
                || (Files.isRegularFile(file) && (name.startsWith(database + ".") || name.startsWith(OF_KEY)));
    }

    /** Makes a folder, and those above it, that only their owner enters. */
    public static void createPrivate(Path folder) throws IOException {
        Files.createDirectories(folder, rights(OWN_FOLDER));
    }

    /** With which a file is made that only its owner reads. */
    public static FileAttribute<?>[] privateFile() {
        return rights(OWN_FILE);
    }

    /** Takes from all others the right to read a file, as far as this user may. */
    public static void makePrivate(Path file) {
        permit(file, OWN_FILE);
    }

    /** Takes from all others the right to enter a folder, as far as this user may. */
    public static void makePrivateFolder(Path folder) {
        permit(folder, OWN_FOLDER);
    }

    private static void permit(Path path, Set<PosixFilePermission> rights) {
        try {
            if (knowsRights() && !Files.getPosixFilePermissions(path).equals(rights)) {
                Files.setPosixFilePermissions(path, rights);
            }
        } catch (IOException e) {
            // It is another user's, who decides who may read it.
        }
    }

    private static FileAttribute<?>[] rights(Set<PosixFilePermission> rights) {
        return knowsRights()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
                : new FileAttribute<?>[0];
    }

    private static boolean knowsRights() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
