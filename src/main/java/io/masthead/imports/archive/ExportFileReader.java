package io.masthead.imports.archive;

import java.io.IOException;
import java.io.InputStream;

/** Reads the files of an upload, one after another. */
@FunctionalInterface
public interface ExportFileReader {

    /**
     * @param name for messages, never a path to open; null if the upload is no archive
     * @param content valid during the call; what is left of it is skipped
     */
    void read(String name, InputStream content) throws IOException;
}
