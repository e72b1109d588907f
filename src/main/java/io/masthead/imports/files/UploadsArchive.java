package io.masthead.imports.files;

import io.masthead.media.storage.StagedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jboss.logging.Logger;

/** A zip of uploads, of which only the files that are wanted are unpacked; the receiver bounds how much of each. */
final class UploadsArchive implements UploadSource {

    private static final Logger LOG = Logger.getLogger(UploadsArchive.class);

    private final ZipFile zip;

    UploadsArchive(Path file) throws IOException {
        this.zip = open(file);
    }

    private static ZipFile open(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            try {
                // Some programs write names in an encoding of their own. Those in ASCII are found all the same.
                return new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
            } catch (ZipException again) {
                throw new IOException("The zip " + file + " is damaged.", again);
            }
        }
    }

    @Override
    public StagedFile read(WantedFile file, Receiver receiver) throws NoFileException {
        var candidates = UploadPath.candidates(file);
        for (var path : candidates) {
            for (var prefix : PREFIXES) {
                var entry = zip.getEntry(prefix + path);
                if (entry != null && !entry.isDirectory()) {
                    try (var bytes = zip.getInputStream(entry)) {
                        return receiver.receive(entry.getSize(), bytes);
                    } catch (IOException e) {
                        throw new NoFileException("The file %s cannot be unpacked.".formatted(entry.getName()), false);
                    }
                }
            }
        }
        throw NoFileException.missing(candidates, "zip");
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            LOG.debug("A zip could not be closed", e);
        }
    }
}
