package io.masthead.media.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/**
 * A completely received file that is not kept yet. Closing removes it unless it was kept.
 *
 * @param path readable until it is kept or closed
 * @param size in bytes
 * @param sha256 in hex
 */
public record StagedFile(Path path, long size, String sha256) implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(StagedFile.class);

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warnf("A temporary file could not be removed; a later sweep removes it: %s", e);
        }
    }
}
