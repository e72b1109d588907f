package io.masthead.imports.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** Keeps the last bytes of a zip archive that is read through it: its end of central directory record. */
final class ArchiveTail extends FilterInputStream {

    /** APPNOTE 4.3.16: 22 bytes, and a comment of at most 65,535. */
    private static final int RECORD = 22;

    private static final int ENTRIES = 10;
    private static final int COMMENT = 20;
    private static final int MAX = RECORD + 0xFFFF;

    private byte[] tail = new byte[2 * MAX];
    private int length;

    ArchiveTail(InputStream input) {
        super(input);
    }

    /**
     * Reads what is left, and then the number of files that the record tells.
     *
     * @return negative if there is no such record at the end
     */
    int entriesListed() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        for (int at = length - RECORD; at >= Math.max(0, length - MAX); at--) {
            if (isRecord(at)) {
                return u16(at + ENTRIES);
            }
        }
        return -1;
    }

    private boolean isRecord(int at) {
        return tail[at] == 'P'
                && tail[at + 1] == 'K'
                && tail[at + 2] == 5
                && tail[at + 3] == 6
                && at + RECORD + u16(at + COMMENT) == length;
    }

    private int u16(int at) {
        return (tail[at] & 0xFF) | (tail[at + 1] & 0xFF) << 8;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) throws IOException {
        int count = super.read(target, offset, Math.min(wanted, MAX));
        if (count > 0) {
            keep(target, offset, count);
        }
        return count;
    }

    private void keep(byte[] bytes, int offset, int count) {
        if (length + count > tail.length) {
            tail = Arrays.copyOf(Arrays.copyOfRange(tail, length - MAX, length), tail.length);
            length = MAX;
        }
        System.arraycopy(bytes, offset, tail, length, count);
        length += count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        // Whoever has opened the upload closes it.
    }
}
