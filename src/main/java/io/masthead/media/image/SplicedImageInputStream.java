package io.masthead.media.image;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.stream.ImageInputStreamImpl;

/** A file as a decoder may see it: with another beginning, without metadata. Nothing of it is cached. */
final class SplicedImageInputStream extends ImageInputStreamImpl {

    private final byte[] head;
    private final RandomAccessFile file;

    /** In the file, of what follows the head. */
    private final long rest;

    /** Of the head and what follows it. */
    private final long length;

    /** @param rest where in the file to go on after the head */
    SplicedImageInputStream(byte[] head, Path file, long rest) throws IOException {
        this(head, file, rest, Files.size(file) - rest);
    }

    /** @param restLength how many bytes of the file follow the head */
    SplicedImageInputStream(byte[] head, Path file, long rest, long restLength) throws IOException {
        this.head = head;
        this.file = new RandomAccessFile(file.toFile(), "r");
        this.rest = rest;
        this.length = head.length + restLength;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        checkClosed();
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        int read;
        if (streamPos < head.length) {
            read = (int) Math.min(length, head.length - streamPos);
            System.arraycopy(head, (int) streamPos, bytes, offset, read);
        } else {
            int wanted = (int) Math.min(length, this.length - streamPos);
            if (wanted <= 0) {
                return -1;
            }
            file.seek(rest + streamPos - head.length);
            read = file.read(bytes, offset, wanted);
        }
        streamPos += Math.max(0, read);
        return read;
    }

    @Override
    public void close() throws IOException {
        super.close();
        file.close();
    }
}
