package io.masthead.media.type;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;

/** Reads a few bytes anywhere in a file. */
final class FileBytes {

    private FileBytes() {}

    /** Null if the file does not contain all of them. */
    static ByteBuffer read(FileChannel channel, long position, int length, ByteOrder order) throws IOException {
        if (position < 0 || length < 0 || position > channel.size() - length) {
            return null;
        }
        var bytes = ByteBuffer.allocate(length).order(order);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                return null;
            }
        }
        return bytes.flip();
    }

    static String text(ByteBuffer bytes, int at, int length, Charset charset) {
        var text = new byte[length];
        bytes.get(at, text);
        return new String(text, charset);
    }
}
