package io.masthead.platform.encryption;

import io.masthead.platform.db.DataFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/** The file with the key, if the settings contain none; only its owner may read it. */
final class KeyFile {

    private static final String NAME = "secrets.key";
    private static final Path FALLBACK = Path.of("data", NAME);

    private final Path path;

    private KeyFile(Path path) {
        this.path = path;
    }

    /**
     * Beside the database's file; with PostgreSQL in the folder {@code data} below the working directory. Empty
     * for an in-memory database, whose secrets end with it.
     *
     * @param configured the path from the settings, if any
     */
    static Optional<KeyFile> of(String databaseUrl, Optional<String> configured) {
        if (configured.isPresent()) {
            return configured.map(Path::of).map(KeyFile::new);
        }
        if (!databaseUrl.startsWith("jdbc:h2:")) {
            return Optional.of(new KeyFile(FALLBACK));
        }
        return DataFolder.of(databaseUrl)
                .map(folder -> new KeyFile(folder.path().resolve(NAME)));
    }

    Path path() {
        return path.toAbsolutePath().normalize();
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** Whether the first start can write it. */
    boolean canBeCreated() {
        try {
            DataFolder.createPrivate(path().getParent());
            return Files.isWritable(path().getParent());
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if its content is no key
     */
    EncryptionKey read() throws IOException {
        DataFolder.makePrivate(path);
        return EncryptionKey.of(Files.readString(path));
    }

    /** Creates it with a new key; of concurrent processes only one does. */
    void create() throws IOException {
        DataFolder.createPrivate(path().getParent());
        // Written completely before it gets its name: another process may read it at any moment.
        var draft = path.resolveSibling(NAME + "." + ProcessHandle.current().pid());
        try (var out = Files.newByteChannel(
                draft, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), DataFolder.privateFile())) {
            out.write(ByteBuffer.wrap((EncryptionKey.generate() + "\n").getBytes(StandardCharsets.US_ASCII)));
        }
        try {
            Files.createLink(path, draft);
        } catch (FileAlreadyExistsException e) {
            // The other process's file is used.
        } catch (UnsupportedOperationException | FileSystemException e) {
            // Hard links are not supported here; a move is also atomic, but two concurrent ones may both
            // succeed.
            if (!exists()) {
                Files.move(draft, path);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
