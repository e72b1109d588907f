package io.masthead.imports.files;

import io.masthead.media.storage.StagedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where files are taken from while an import runs. */
public interface UploadSource extends AutoCloseable {

    /** What the uploads folder may be in; a zip often has its parents. */
    List<String> PREFIXES = List.of("", "uploads/", "wp-content/uploads/");

    /** Receives bytes. */
    interface Receiver {

        /**
         * @param size in bytes as announced, which nobody has checked; -1 if it is not known
         * @param bytes read to the end at most, and left open
         */
        StagedFile receive(long size, InputStream bytes);
    }

    /**
     * Gets a file, which must be closed.
     *
     * @throws NoFileException if it cannot be had
     * @throws io.masthead.kernel.CmsException what the receiver throws
     */
    StagedFile read(WantedFile file, Receiver receiver) throws NoFileException;

    @Override
    void close();

    /**
     * Opens a folder or zip.
     *
     * @throws IOException if it is neither, or cannot be read; the message is a sentence
     */
    static UploadSource open(Path uploads) throws IOException {
        var fault = fault(uploads);
        if (fault.isPresent()) {
            throw new IOException(fault.get());
        }
        return Files.isDirectory(uploads) ? new UploadsFolder(uploads) : new UploadsArchive(uploads);
    }

    /** Why files cannot be taken from there, in a sentence; empty if they can. */
    static Optional<String> fault(Path uploads) {
        if (!Files.isReadable(uploads)) {
            return Optional.of("The folder or zip " + uploads + " does not exist or is not readable.");
        }
        if (Files.isDirectory(uploads) || isZip(uploads)) {
            return Optional.empty();
        }
        return Optional.of(uploads + " is neither a folder nor a zip of wp-content/uploads.");
    }

    private static boolean isZip(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(4), new byte[] {'P', 'K', 3, 4});
        } catch (IOException e) {
            return false;
        }
    }
}
