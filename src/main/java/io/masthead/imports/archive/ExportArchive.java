package io.masthead.imports.archive;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the export files of an upload: a zip archive, a gzip file or a plain file, as its first bytes tell,
 * whatever its name is. Archives are unpacked as a stream, with little memory and nothing on disk; an archive
 * within an archive is not opened.
 */
public final class ExportArchive {

    /** Longest first bytes that tell an archive. */
    private static final int MAGIC = 4;

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
        var input = new ArchiveInput(upload);
        var magic = input.peek(MAGIC);
        if (isZip(magic)) {
            new ZipReader(input, new UnpackedSize(maxUnpacked), reader).read();
        } else if (isGzip(magic)) {
            new GzipReader(input, new UnpackedSize(maxUnpacked), reader).read();
        } else {
            reader.read(null, new Plain(input));
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

    private static final class Plain extends InputStream {

        private final ArchiveInput input;

        Plain(ArchiveInput input) {
            this.input = input;
        }

        @Override
        public int read() throws IOException {
            return input.isAtEnd() ? -1 : input.u8();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return length == 0 ? 0 : input.read(target, offset, length);
        }
    }
}
