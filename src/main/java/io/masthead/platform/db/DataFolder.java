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
 * The folder of an H2 file, accessible only to the user who runs the server: folder 0700, files 0600. On file
 * systems without such permissions nothing is changed.
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

    /** For an H2 file; empty for all other URLs. */
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

    /** Creates the folder if it is missing; if that fails, H2 reports it. */
    void create() {
        try {
            createPrivate(path);
        } catch (IOException e) {
            // H2 reports it when it opens the file.
        }
    }

    /**
     * Creates an empty folder for temporary files of this run. It must be used only by the process that has the
     * database open.
     *
     * @return empty if it cannot be created
     */
    public Optional<Path> temporaryFolder() {
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
     * Removes the permissions of others. In a folder that also contains other files, only the database's files
     * are changed.
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
            // A folder that cannot be listed was not made readable by us.
        }
    }

    private boolean isOurs(Path file) {
        var name = file.getFileName().toString();
        return name.equals(database + SCRATCH)
                || (Files.isRegularFile(file) && (name.startsWith(database + ".") || name.startsWith(OF_KEY)));
    }

    /** Creates a folder and its parents, accessible only to their owner. */
    public static void createPrivate(Path folder) throws IOException {
        Files.createDirectories(folder, rights(OWN_FOLDER));
    }

    /** The attributes to create a file that only its owner can read. */
    public static FileAttribute<?>[] privateFile() {
        return rights(OWN_FILE);
    }

    /** Removes the permissions of others on a file, if this user may. */
    public static void makePrivate(Path file) {
        permit(file, OWN_FILE);
    }

    /** Removes the permissions of others on a folder, if this user may. */
    public static void makePrivateFolder(Path folder) {
        permit(folder, OWN_FOLDER);
    }

    private static void permit(Path path, Set<PosixFilePermission> rights) {
        try {
            if (knowsRights() && !Files.getPosixFilePermissions(path).equals(rights)) {
                Files.setPosixFilePermissions(path, rights);
            }
        } catch (IOException e) {
            // It belongs to another user, who decides about it.
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
