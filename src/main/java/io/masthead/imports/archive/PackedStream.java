package io.masthead.imports.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The unpacked bytes of one entry or member, with their checksum. Its end leaves the input after the packed
 * bytes; closing it frees the memory of the inflater.
 */
final class PackedStream extends InputStream {

    private final ArchiveInput input;
    private final UnpackedSize unpacked;
    private final CRC32 checksum = new CRC32();

    /** Null if the bytes are stored as they are. */
    private final Inflater inflater;

    private long storedLeft;
    private long size;
    private long packedSize;
    private boolean ended;

    private PackedStream(ArchiveInput input, UnpackedSize unpacked, Inflater inflater, long stored) {
        this.input = input;
        this.unpacked = unpacked;
        this.inflater = inflater;
        this.storedLeft = stored;
    }

    static PackedStream deflated(ArchiveInput input, UnpackedSize unpacked) {
        return new PackedStream(input, unpacked, new Inflater(true), 0);
    }

    static PackedStream stored(ArchiveInput input, UnpackedSize unpacked, long size) {
        return new PackedStream(input, unpacked, null, size);
    }

    long checksum() {
        return checksum.getValue();
    }

    long size() {
        return size;
    }

    long packedSize() {
        return packedSize;
    }

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
        if (ended) {
            return -1;
        }
        int count = inflater == null ? copy(target, offset, length) : inflate(target, offset, length);
        if (count < 0) {
            ended = true;
            return -1;
        }
        checksum.update(target, offset, count);
        size += count;
        unpacked.add(count);
        return count;
    }

    @Override
    public void close() {
        ended = true;
        if (inflater != null) {
            inflater.end();
        }
    }

    private int copy(byte[] target, int offset, int length) throws IOException {
        if (storedLeft == 0) {
            packedSize = size;
            return -1;
        }
        int count = input.read(target, offset, (int) Math.min(length, storedLeft));
        if (count < 0) {
            throw ArchiveException.cutOff();
        }
        storedLeft -= count;
        return count;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            while (true) {
                int count = inflater.inflate(target, offset, length);
                if (count > 0) {
                    return count;
                }
                if (inflater.finished()) {
                    input.giveBack(inflater.getRemaining());
                    packedSize = inflater.getBytesRead();
                    return -1;
                }
                if (inflater.needsDictionary()) {
                    throw ArchiveException.damaged("its compressed data are invalid");
                }
                input.feed(inflater);
            }
        } catch (DataFormatException e) {
            throw ArchiveException.damaged("its compressed data are invalid");
        }
    }
}
