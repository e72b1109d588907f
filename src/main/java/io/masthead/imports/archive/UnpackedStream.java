package io.masthead.imports.archive;

import java.io.IOException;
import java.io.InputStream;

/**
 * What a library unpacks, counted against the limit of the archive. Each of its failures is an {@link
 * ArchiveException}. It does not close what is beneath it.
 */
final class UnpackedStream extends InputStream {

    private final InputStream content;
    private final UnpackedSize unpacked;

    UnpackedStream(InputStream content, UnpackedSize unpacked) {
        this.content = content;
        this.unpacked = unpacked;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count;
        try {
            count = content.read(target, offset, length);
        } catch (IOException e) {
            throw ArchiveException.of(e);
        }
        unpacked.add(Math.max(count, 0));
        return count;
    }
}
