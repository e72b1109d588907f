package io.masthead.web.form;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A number of bytes of another stream. */
final class PartInputStream extends FilterInputStream {

    private long left;

    PartInputStream(InputStream whole, long length) {
        super(whole);
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        if (left <= 0) {
            return -1;
        }
        int next = super.read();
        left -= next < 0 ? left : 1;
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left <= 0) {
            return length == 0 ? 0 : -1;
        }
        int read = super.read(into, offset, (int) Math.min(length, left));
        left -= read < 0 ? left : read;
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(Math.min(count, left));
        left -= skipped;
        return skipped;
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(left, super.available());
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
