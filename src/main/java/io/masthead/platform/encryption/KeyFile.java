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

/** The file that holds the key where the settings do not: nobody but its owner may read it. */
final class KeyFile {

    private static final String NAME = "secrets.key";
    private static final Path FALLBACK = Path.of("data", NAME);

    private final Path path;

    private KeyFile(Path path) {
        this.path = path;
    }

    /**
     * Beside the database's file; with PostgreSQL in the folder {@code data} below where the server
     * was started. Empty for a database in memory, whose secrets end with it.
     *
     * @param configured its place, if the settings name it
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
    boolean canBeMade() {
        try {
            DataFolder.createPrivate(path().getParent());
            return Files.isWritable(path().getParent());
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if what it holds is no key
     */
    EncryptionKey read() throws IOException {
        DataFolder.makePrivate(path);
        return EncryptionKey.of(Files.readString(path));
    }

    /** Makes it with a new key; of two processes that do so at once, one does. */
    void create() throws IOException {
        DataFolder.createPrivate(path().getParent());
        // Whole or not at all: another process may look for it at any moment.
        var draft = path.resolveSibling(NAME + "." + ProcessHandle.current().pid());
        try (var out = Files.newByteChannel(
                draft, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), DataFolder.privateFile())) {
            out.write(ByteBuffer.wrap((EncryptionKey.generate() + "\n").getBytes(StandardCharsets.US_ASCII)));
        }
        try {
            Files.createLink(path, draft);
        } catch (FileAlreadyExistsException e) {
            // The other one's serves.
        } catch (UnsupportedOperationException | FileSystemException e) {
            // No hard links here; a move is as whole, but two at once may both succeed.
            if (!exists()) {
                Files.move(draft, path);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
