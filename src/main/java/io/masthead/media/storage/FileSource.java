package io.masthead.media.storage;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where the bytes of a kept file can be read, until it is removed. */
public sealed interface FileSource {

    /** A file of this machine, which the operating system can send by itself. */
    record OnDisk(Path path) implements FileSource {}

    /** Bytes on another server. */
    non-sealed interface Remote extends FileSource {

        /**
         * Some bytes of the file, in a stream that must be closed. This and its reads wait for the other server, for a
         * limited time.
         *
         * @param from the first byte
         * @param length in bytes, at least 1
         * @throws java.nio.file.NoSuchFileException if there is no such file
         * @throws IOException if the other server fails
         */
        InputStream read(long from, long length) throws IOException;

        /**
         * A URL at which anybody can get the whole file from the other server for some minutes; empty if clients must
         * get it here. Waits for nobody.
         *
         * @param mimeType of the response there
         * @param disposition of the response there
         */
        Optional<URI> temporaryUrl(String mimeType, String disposition);
    }
}
