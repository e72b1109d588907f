package io.masthead.imports.archive;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;

/**
 * Reads the export files of an upload: a zip archive, a gzip file or a plain file, as its first bytes tell,
 * whatever its name is. Archives are unpacked as a stream, with little memory and nothing on disk; an archive
 * within an archive is not opened.
 */
public final class ExportArchive {

    /** The number of first bytes that tell an archive. */
    private static final int MAGIC = 4;

    private static final int BUFFER = 64 * 1024;

    private ExportArchive() {}

    /**
     * Reads all files in the order of the archive, and then the rest of it, so that everything is checked when
     * this returns.
     *
     * @param upload stays open
     * @param maxUnpacked the maximum size in bytes of all that is unpacked; plain files have no limit here
     * @param reader its exceptions are passed on
     * @throws ArchiveException for an archive that is damaged, encrypted, without an export, or beyond the limits;
     *     the reader may have received files before
     */
    public static void read(InputStream upload, long maxUnpacked, ExportFileReader reader) throws IOException {
        var input = new BufferedInputStream(upload);
        input.mark(MAGIC);
        var magic = input.readNBytes(MAGIC);
        input.reset();
        if (isZip(magic)) {
            new ZipReader(new UnpackedSize(maxUnpacked), reader).read(input);
        } else if (isGzip(magic)) {
            readGzip(input, new UnpackedSize(maxUnpacked), reader);
        } else {
            reader.read(null, new StaysOpen(input));
        }
    }

    /** An archive without any file begins with its end. */
    private static boolean isZip(byte[] magic) {
        return magic.length == MAGIC
                && magic[0] == 'P'
                && magic[1] == 'K'
                && ((magic[2] == 3 && magic[3] == 4) || (magic[2] == 5 && magic[3] == 6));
    }

    private static boolean isGzip(byte[] magic) {
        return magic.length >= 2 && magic[0] == (byte) 0x1F && magic[1] == (byte) 0x8B;
    }

    /** One export, of however many members (RFC 1952). */
    private static void readGzip(InputStream input, UnpackedSize unpacked, ExportFileReader reader) throws IOException {
        try (var gzip = opened(new StaysOpen(input))) {
            var content = new UnpackedStream(gzip, unpacked);
            reader.read(null, content);
            content.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static GZIPInputStream opened(InputStream input) throws ArchiveException {
        try {
            return new GZIPInputStream(input, BUFFER);
        } catch (IOException e) {
            throw ArchiveException.of(e);
        }
    }

    private static final class StaysOpen extends FilterInputStream {

        StaysOpen(InputStream upload) {
            super(upload);
        }

        /** 0 only at the end: otherwise gzip would take a member for the last one. */
        @Override
        public int available() throws IOException {
            mark(1);
            int next = read();
            reset();
            return next < 0 ? 0 : 1;
        }

        @Override
        public void close() {
            // Whoever has opened the upload closes it.
        }
    }
}
