package io.masthead.imports.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Reads a gzip file (RFC 1952). Several members are one file, as the RFC says, unless a member begins with an XML
 * declaration: then it is a file of its own, as {@code cat a.xml.gz b.xml.gz} makes it. The JDK's
 * GZIPInputStream stops after the first member if the stream beneath does not say what is available.
 */
final class GzipReader {

    private static final int HEADER_CHECKSUM = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;
    private static final int RESERVED = 0xE0;
    private static final int DEFLATED = 8;
    private static final int MAX_COMMENT = 64 * 1024;
    private static final byte[] DECLARATION = "<?xml".getBytes(US_ASCII);
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final ArchiveInput input;
    private final UnpackedSize unpacked;
    private final ExportFileReader reader;
    private final Content content = new Content();

    /** Null between members, and at the end. */
    private PackedStream member;

    /** The first bytes of the member, read in advance. */
    private byte[] start = {};

    private int startRead;
    private String name = "";
    private boolean isNewFile;

    GzipReader(ArchiveInput input, UnpackedSize unpacked, ExportFileReader reader) {
        this.input = input;
        this.unpacked = unpacked;
        this.reader = reader;
    }

    void read() throws IOException {
        try {
            open();
            for (int number = 1; member != null; number++) {
                isNewFile = false;
                reader.read(name.isEmpty() ? "part " + number : EntryName.shown(name), content);
                content.transferTo(OutputStream.nullOutputStream());
            }
        } finally {
            if (member != null) {
                member.close();
            }
        }
    }

    /** Begins the member at this position. */
    private void open() throws IOException {
        if (input.u8() != 0x1F || input.u8() != 0x8B) {
            throw ArchiveException.damaged("it is followed by other data");
        }
        int method = input.u8();
        int flags = input.u8();
        if (method != DEFLATED || (flags & RESERVED) != 0) {
            throw ArchiveException.damaged("its header is invalid");
        }
        input.skip(6); // time, level and operating system
        if ((flags & EXTRA) != 0) {
            input.skip(input.u16());
        }
        name = (flags & NAME) == 0 ? "" : EntryName.decoded(text(EntryName.MAX));
        if ((flags & COMMENT) != 0) {
            text(MAX_COMMENT);
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            input.skip(2);
        }
        member = PackedStream.deflated(input, unpacked);
        start = member.readNBytes(MARK.length + DECLARATION.length);
        startRead = 0;
    }

    private byte[] text(int max) throws IOException {
        var read = new ByteArrayOutputStream();
        for (int c = input.u8(); c != 0; c = input.u8()) {
            if (read.size() == max) {
                throw new ArchiveException(
                        "The archive has a name or a comment of more than %,d bytes.".formatted(max));
            }
            read.write(c);
        }
        return read.toByteArray();
    }

    /** Checks the member, and begins the next one if there is any. */
    private void next() throws IOException {
        long checksum = input.u32();
        long size = input.u32();
        if (checksum != member.checksum() || size != (member.size() & 0xFFFF_FFFFL)) {
            throw ArchiveException.damaged("its checksum or its size is wrong");
        }
        member.close();
        member = null;
        // Tapes and some programs fill the last block with zeros.
        while (!input.isAtEnd()) {
            if (input.peek(1)[0] != 0) {
                open();
                isNewFile = startsFile();
                return;
            }
            input.u8();
        }
    }

    private boolean startsFile() {
        int from = Arrays.mismatch(start, MARK) == MARK.length ? MARK.length : 0;
        return start.length >= from + DECLARATION.length
                && Arrays.equals(start, from, from + DECLARATION.length, DECLARATION, 0, DECLARATION.length);
    }

    /** The content of the current file, over all of its members. */
    private final class Content extends InputStream {

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            while (member != null && !isNewFile) {
                if (startRead < start.length) {
                    int some = Math.min(length, start.length - startRead);
                    System.arraycopy(start, startRead, target, offset, some);
                    startRead += some;
                    return some;
                }
                int count = member.read(target, offset, length);
                if (count >= 0) {
                    return count;
                }
                next();
            }
            return -1;
        }
    }
}
