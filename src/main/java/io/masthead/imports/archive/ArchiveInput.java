package io.masthead.imports.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;

/** The bytes of an archive, little-endian, through a small buffer. Where bytes are needed, the end is a failure. */
final class ArchiveInput {

    private static final int BUFFER = 16 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;

    ArchiveInput(InputStream in) {
        this.in = in;
    }

    /** Up to {@code count} of the following bytes, which stay; fewer at the end. */
    byte[] peek(int count) throws IOException {
        if (limit - position < count) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
            limit += in.readNBytes(buffer, limit, count - limit);
        }
        var peeked = new byte[Math.min(count, limit - position)];
        System.arraycopy(buffer, position, peeked, 0, peeked.length);
        return peeked;
    }

    boolean isAtEnd() throws IOException {
        return !fill();
    }

    int u8() throws IOException {
        require();
        return buffer[position++] & 0xFF;
    }

    int u16() throws IOException {
        return u8() | u8() << 8;
    }

    long u32() throws IOException {
        return u16() | (long) u16() << 16;
    }

    /** Values beyond 2^63 are negative. */
    long u64() throws IOException {
        return u32() | u32() << 32;
    }

    byte[] bytes(int count) throws IOException {
        var read = new byte[count];
        for (int i = 0; i < count; ) {
            require();
            i += read(read, i, count - i);
        }
        return read;
    }

    void skip(long count) throws IOException {
        for (long left = count; left > 0; ) {
            require();
            int some = (int) Math.min(left, limit - position);
            position += some;
            left -= some;
        }
    }

    /** -1 at the end. */
    int read(byte[] target, int offset, int length) throws IOException {
        if (!fill()) {
            return -1;
        }
        int some = Math.min(length, limit - position);
        System.arraycopy(buffer, position, target, offset, some);
        position += some;
        return some;
    }

    /** Gives the inflater all of the buffer; it returns what it does not need by {@link #giveBack}. */
    void feed(Inflater inflater) throws IOException {
        require();
        inflater.setInput(buffer, position, limit - position);
        position = limit;
    }

    /** The last bytes were not needed; nothing may have been read since {@link #feed}. */
    void giveBack(int count) {
        position = limit - count;
    }

    private void require() throws IOException {
        if (!fill()) {
            throw ArchiveException.cutOff();
        }
    }

    private boolean fill() throws IOException {
        if (position < limit) {
            return true;
        }
        int count = in.read(buffer, 0, BUFFER);
        position = 0;
        limit = Math.max(count, 0);
        return count > 0;
    }
}
