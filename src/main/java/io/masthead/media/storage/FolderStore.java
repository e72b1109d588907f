package io.masthead.media.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Keeps files in a folder, one per file below a folder per year and month. Files are received beside them, in the same
 * file system, so that they appear under their names at once and whole.
 */
class FolderStore implements MediaStore {

    private static final Logger LOG = Logger.getLogger(FolderStore.class);

    /** How many keys are compared with the database at a time. */
    private static final int BATCH = 500;

    /** No key begins with a dot. */
    private static final String INCOMING = ".incoming";

    private static final String REMOVED = ".removed";
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{2}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** No upload takes longer, so what is older is not about to get a row. */
    private static final Duration LONGEST_UPLOAD = Duration.ofDays(1);

    /** Time to find out that the folder belongs to another database. */
    private static final Duration RECOVERABLE = Duration.ofDays(30);

    private final Path root;
    private final StagingFolder incoming;

    /** @param root created when it is first needed */
    FolderStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
        this.incoming = new StagingFolder(this.root.resolve(INCOMING));
    }

    @Override
    public StagedFile receive(InputStream bytes, long maxBytes) throws IOException {
        return incoming.receive(bytes, maxBytes);
    }

    @Override
    public <E extends Exception> StagedFile rewrite(StagedFile file, Rewriting<E> rewriting) throws IOException, E {
        return incoming.rewrite(file, rewriting);
    }

    @Override
    public boolean keep(StagedFile file, StorageKey key) throws IOException {
        var target = path(key);
        try {
            Files.createDirectories(target.getParent());
            sync(file.path(), StandardOpenOption.WRITE);
            if (!place(file.path(), target)) {
                return false;
            }
            syncFolders(target);
            return true;
        } catch (IOException e) {
            throw StoreFullException.orSame(e);
        }
    }

    /** A move would replace the file of another upload; a link does not. */
    private static boolean place(Path staged, Path target) throws IOException {
        try {
            Files.createLink(target, staged);
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException | IOException e) {
            return placeWithoutLinks(staged, target, e);
        }
        StagingFolder.discard(staged);
        return true;
    }

    /** For file systems without links, on which two nodes could still meet at this very moment. */
    private static boolean placeWithoutLinks(Path staged, Path target, Exception noLink) throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (AtomicMoveNotSupportedException e) {
            e.addSuppressed(noLink);
            throw e;
        }
    }

    /** Syncs the entries of folders too, which may be new: without them a file would be lost with the power. */
    private void syncFolders(Path target) throws IOException {
        // Only POSIX systems can open folders to sync them.
        if (!target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try {
            for (var folder = target.getParent(); folder.startsWith(root); folder = folder.getParent()) {
                sync(folder, StandardOpenOption.READ);
            }
        } catch (IOException e) {
            StagingFolder.discard(target);
            throw e;
        }
    }

    private static void sync(Path path, StandardOpenOption mode) throws IOException {
        try (var channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    @Override
    public Optional<FileSource> find(StorageKey key) throws IOException {
        try {
            var path = path(key).toRealPath();
            // A link in the folder must not lead out of it.
            return path.equals(root.toRealPath().resolve(key.value())) && Files.isRegularFile(path)
                    ? Optional.of(new FileSource.OnDisk(path))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<LocalFile> open(StorageKey key) throws IOException {
        return find(key).map(source -> new Kept(((FileSource.OnDisk) source).path()));
    }

    /** The file itself, which stays. */
    private record Kept(Path path) implements LocalFile {

        @Override
        public void close() {}
    }

    @Override
    public void remove(StorageKey key) throws IOException {
        Files.deleteIfExists(path(key));
    }

    @Override
    public int sweep(Instant now, Function<Collection<StorageKey>, Set<StorageKey>> known) throws IOException {
        incoming.removeOlderThan(now.minus(LONGEST_UPLOAD));
        deleteRemoved(dayOf(now.minus(RECOVERABLE)));
        int removed = 0;
        for (var year : folders(root, YEAR)) {
            for (var month : folders(year, MONTH)) {
                removed += sweepMonth(month, now, known);
            }
        }
        return removed;
    }

    /** By the names of the folders, since a file keeps the time of its upload. */
    private void deleteRemoved(String before) throws IOException {
        for (var folder : folders(root.resolve(REMOVED), DAY)) {
            if (folder.getFileName().toString().compareTo(before) < 0) {
                for (var file : children(folder)) {
                    Files.deleteIfExists(file);
                }
                Files.deleteIfExists(folder);
            }
        }
    }

    private int sweepMonth(Path month, Instant now, Function<Collection<StorageKey>, Set<StorageKey>> known)
            throws IOException {
        int removed = 0;
        var before = now.minus(LONGEST_UPLOAD);
        var batch = new ArrayList<StorageKey>();
        try (var files = Files.newDirectoryStream(month)) {
            for (var file : files) {
                // What the server did not make is none of its business.
                StorageKey.of(root.relativize(file).toString().replace('\\', '/'))
                        .filter(key -> StagingFolder.isOlder(file, before))
                        .ifPresent(batch::add);
                if (batch.size() == BATCH) {
                    removed += removeUnknown(batch, now, known);
                }
            }
        }
        return removed + removeUnknown(batch, now, known);
    }

    private int removeUnknown(
            List<StorageKey> keys, Instant now, Function<Collection<StorageKey>, Set<StorageKey>> known)
            throws IOException {
        int removed = 0;
        if (!keys.isEmpty()) {
            var kept = known.apply(List.copyOf(keys));
            for (var key : keys) {
                removed += kept.contains(key) ? 0 : setAside(key, now);
            }
            keys.clear();
        }
        return removed;
    }

    private int setAside(StorageKey key, Instant now) throws IOException {
        // Again: the same bytes may have been uploaded since it was listed.
        if (!StagingFolder.isOlder(path(key), now.minus(LONGEST_UPLOAD))) {
            return 0;
        }
        var day = dayOf(now);
        var folder = Files.createDirectories(root.resolve(REMOVED).resolve(day));
        try {
            Files.move(path(key), folder.resolve(key.value().replace('/', '-')), StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            return 0; // another node was faster
        }
        LOG.infof("Nothing refers to the file %s: it is in %s/%s for %d days", key, REMOVED, day, RECOVERABLE.toDays());
        return 1;
    }

    private static String dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
    }

    /** What has other names is not the server's. */
    private static List<Path> folders(Path folder, Pattern name) throws IOException {
        return children(folder).stream()
                .filter(path -> name.matcher(path.getFileName().toString()).matches())
                .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (var list = Files.list(folder)) {
            return list.sorted().toList();
        }
    }

    private Path path(StorageKey key) {
        return root.resolve(key.value());
    }
}
