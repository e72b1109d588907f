package io.masthead.media.rendition;

import java.io.OutputStream;

/** Keeps nothing but the number of bytes, for formats that want a length before the content. */
final class CountingOutputStream extends OutputStream {

    private long count;

    long count() {
        return count;
    }

    @Override
    public void write(int one) {
        count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        count += length;
    }
}
