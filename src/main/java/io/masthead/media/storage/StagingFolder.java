package io.masthead.media.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The temporary files of a store. Their names are random, so that nodes may share the folder. */
public final class StagingFolder {

    private static final Logger LOG = Logger.getLogger(StagingFolder.class);
    private static final int BUFFER = 64 * 1024;

    private final Path folder;

    /** @param folder created when it is first needed */
    public StagingFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** As {@link MediaStore#receive}. */
    public StagedFile receive(InputStream bytes, long maxBytes) throws IOException {
        var path = next();
        try {
            return write(bytes, maxBytes, path);
        } catch (IOException e) {
            discard(path);
            throw StoreFullException.orSame(e);
        } catch (RuntimeException e) {
            discard(path);
            throw e;
        }
    }

    /** As {@link MediaStore#rewrite}. */
    public <E extends Exception> StagedFile rewrite(StagedFile file, MediaStore.Rewriting<E> rewriting)
            throws IOException, E {
        var path = next();
        boolean complete = false;
        try {
            rewriting.write(file.path(), path);
            var rewritten = describe(path);
            complete = true;
            return rewritten;
        } catch (IOException e) {
            throw StoreFullException.orSame(e);
        } finally {
            if (!complete) {
                discard(path);
            }
        }
    }

    /** Removes what crashes have left. */
    public void removeOlderThan(Instant limit) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                if (isOlder(file, limit)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Whether it is a file that was last written before. */
    static boolean isOlder(Path path, Instant limit) {
        try {
            return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                    && Files.getLastModifiedTime(path).toInstant().isBefore(limit);
        } catch (IOException e) {
            return false; // it is gone
        }
    }

    static void discard(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warnf("The file %s could not be removed; a later sweep removes it: %s", path.getFileName(), e);
        }
    }

    private Path next() throws IOException {
        return Files.createDirectories(folder).resolve(UUID.randomUUID().toString());
    }

    private static StagedFile describe(Path path) throws IOException {
        var digest = sha256();
        try (var in = new DigestInputStream(Files.newInputStream(path), digest)) {
            long size = in.transferTo(OutputStream.nullOutputStream());
            return new StagedFile(path, size, HexFormat.of().formatHex(digest.digest()));
        }
    }

    private static StagedFile write(InputStream bytes, long maxBytes, Path path) throws IOException {
        var digest = sha256();
        long size = 0;
        try (var out = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = new byte[BUFFER];
            for (int read = read(bytes, buffer); read >= 0; read = read(bytes, buffer)) {
                size += read;
                if (size > maxBytes) {
                    throw new TooManyBytesException(maxBytes);
                }
                digest.update(buffer, 0, read);
                var chunk = ByteBuffer.wrap(buffer, 0, read);
                while (chunk.hasRemaining()) {
                    out.write(chunk);
                }
            }
        }
        return new StagedFile(path, size, HexFormat.of().formatHex(digest.digest()));
    }

    private static int read(InputStream bytes, byte[] buffer) throws IOException {
        try {
            return bytes.read(buffer);
        } catch (IOException e) {
            throw new UnreadableBodyException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
