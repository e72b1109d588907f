package io.masthead.media.image;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The bytes of an image file, read forwards through a small buffer. Whoever asks for more than the file has
 * gets a refusal, so that a reader of a format needs no checks of its own.
 */
final class ImageBytes implements Closeable {

    private static final int BUFFER = 16 * 1024;

    private final FileChannel channel;
    private final long size;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);

    /** Of the byte after the buffer. */
    private long next;

    private ImageBytes(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    static ImageBytes open(Path file) throws IOException {
        return new ImageBytes(FileChannel.open(file, StandardOpenOption.READ));
    }

    long position() {
        return next - buffer.remaining();
    }

    long remaining() {
        return size - position();
    }

    int u8() throws IOException, ImageRefusedException {
        if (!buffer.hasRemaining()) {
            fill();
        }
        return buffer.get() & 0xff;
    }

    int u16() throws IOException, ImageRefusedException {
        return u8() << 8 | u8();
    }

    int u16LittleEndian() throws IOException, ImageRefusedException {
        return u8() | u8() << 8;
    }

    int u24LittleEndian() throws IOException, ImageRefusedException {
        return u16LittleEndian() | u8() << 16;
    }

    long u32() throws IOException, ImageRefusedException {
        return (long) u16() << 16 | u16();
    }

    long u32LittleEndian() throws IOException, ImageRefusedException {
        return u16LittleEndian() | (long) u16LittleEndian() << 16;
    }

    /** Four bytes as characters, such as the name of a chunk. */
    String fourCharacters() throws IOException, ImageRefusedException {
        return new String(take(4), StandardCharsets.ISO_8859_1);
    }

    /** @param length checked by the caller against a bound of its own */
    byte[] take(int length) throws IOException, ImageRefusedException {
        requireRemaining(length);
        var bytes = new byte[length];
        for (int done = 0; done < length; ) {
            if (!buffer.hasRemaining()) {
                fill();
            }
            int part = Math.min(buffer.remaining(), length - done);
            buffer.get(bytes, done, part);
            done += part;
        }
        return bytes;
    }

    /** Null, and skipped, if it is longer than that. */
    byte[] takeUpTo(int bound, long length) throws IOException, ImageRefusedException {
        if (length > bound) {
            skip(length);
            return null;
        }
        return take((int) length);
    }

    void skip(long length) throws IOException, ImageRefusedException {
        requireRemaining(length);
        if (length <= buffer.remaining()) {
            buffer.position(buffer.position() + (int) length);
        } else {
            seek(position() + length);
        }
    }

    void seek(long position) {
        next = position;
        buffer.limit(0);
    }

    void copy(long length, OutputStream out) throws IOException, ImageRefusedException {
        requireRemaining(length);
        for (long left = length; left > 0; ) {
            if (!buffer.hasRemaining()) {
                fill();
            }
            int part = (int) Math.min(buffer.remaining(), left);
            out.write(buffer.array(), buffer.position(), part);
            buffer.position(buffer.position() + part);
            left -= part;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void requireRemaining(long length) throws ImageRefusedException {
        if (length < 0 || length > remaining()) {
            throw ImageRefusedException.truncated();
        }
    }

    private void fill() throws IOException, ImageRefusedException {
        buffer.clear();
        int read = channel.read(buffer, next);
        if (read <= 0) {
            buffer.limit(0);
            throw ImageRefusedException.truncated();
        }
        buffer.flip();
        next += read;
    }
}
