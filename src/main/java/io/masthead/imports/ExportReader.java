package io.masthead.imports;

import io.masthead.imports.archive.ArchiveException;
import io.masthead.imports.archive.ExportArchive;
import io.masthead.imports.wxr.WxrFormatException;
import io.masthead.imports.wxr.WxrHandler;
import io.masthead.imports.wxr.WxrReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads the export files of an upload as if they were one, in the order of the archive. */
@ApplicationScoped
class ExportReader {

    private final ImportFile files;
    private final ImportConfig config;

    ExportReader(ImportFile files, ImportConfig config) {
        this.files = files;
        this.config = config;
    }

    /**
     * Reads all of the upload.
     *
     * @throws ExportException for an upload that cannot be read; the handler may have received earlier records
     */
    void read(long importId, WxrHandler handler) throws IOException {
        try {
            ExportArchive.read(files.open(importId), config.maxUnpackedSize().asLongValue(), (name, content) -> {
                var checked = new Checked(content);
                try {
                    WxrReader.read(checked, handler);
                } catch (WxrFormatException e) {
                    throw checked.failure == null ? ExportException.of(name, e) : checked.failure;
                }
            });
        } catch (ArchiveException e) {
            throw ExportException.of(e);
        }
    }

    /** Keeps the failure of the archive, which the XML parser may report as one of its own. */
    private static final class Checked extends FilterInputStream {

        private IOException failure;

        Checked(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return super.read(target, offset, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
