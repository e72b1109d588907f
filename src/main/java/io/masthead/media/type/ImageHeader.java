package io.masthead.media.type;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Reads the size of an image from its header, so that a header that lies costs nothing. The readers of the JDK need
 * native libraries of the desktop, and read more than the header.
 */
final class ImageHeader {

    private static final int PNG_LENGTH = 26;
    private static final int GIF_LENGTH = 10;
    private static final int WEBP_LENGTH = 30;

    /** Where AVIF's properties are, in any file of some use. */
    private static final int AVIF_BEGINNING = 64 * 1024;

    /** The segments before the frame header of a JPEG; each has up to 64 KB. */
    private static final int MAX_SEGMENTS = 2_000;

    private final FileChannel channel;

    private ImageHeader(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Empty if it cannot be read.
     *
     * @param type an image
     */
    static Optional<ImageSize> read(Path file, FileType type) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var header = new ImageHeader(channel);
            var size = switch (type) {
                case PNG -> header.png();
                case GIF -> header.gif();
                case JPEG -> header.jpeg();
                case WEBP -> header.webp();
                case AVIF -> header.avif();
                default -> throw new IllegalArgumentException("No image: " + type);
            };
            return Optional.ofNullable(size).filter(read -> read.width() > 0 && read.height() > 0);
        }
    }

    /** IHDR must come first (PNG, third edition, 11.2.1). */
    private ImageSize png() throws IOException {
        var header = big(0, PNG_LENGTH);
        return header == null || !ascii(header, 12, 4).equals("IHDR")
                ? null
                : new ImageSize(header.getInt(16), header.getInt(20));
    }

    /** The logical screen (GIF89a, 18). */
    private ImageSize gif() throws IOException {
        var header = little(0, GIF_LENGTH);
        return header == null ? null : new ImageSize(header.getShort(6) & 0xffff, header.getShort(8) & 0xffff);
    }

    /** The first frame header, after segments of any kind (ITU-T T.81, B.2.2). */
    private ImageSize jpeg() throws IOException {
        long position = 2;
        for (int count = 0; count < MAX_SEGMENTS; count++) {
            var segment = big(position, 4);
            if (segment == null || (segment.get(0) & 0xff) != 0xff) {
                return null;
            }
            int marker = segment.get(1) & 0xff;
            if (marker == 0xff) { // a fill byte
                position++;
            } else if (isFrame(marker)) {
                var frame = big(position + 4, 5);
                return frame == null ? null : new ImageSize(frame.getShort(3) & 0xffff, frame.getShort(1) & 0xffff);
            } else if (marker == 0xda || marker == 0xd9) { // the data, or the end, without a frame
                return null;
            } else {
                position += 2 + (segment.getShort(2) & 0xffff);
            }
        }
        return null;
    }

    /** SOF0 to SOF15, without DHT, JPG and DAC, which are in the same range. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** The canvas, or the one frame (RFC 9649, 2.5 to 2.7). */
    private ImageSize webp() throws IOException {
        // The smallest images have fewer bytes, and then a short header.
        int length = (int) Math.min(channel.size(), WEBP_LENGTH);
        var read = little(0, length);
        if (read == null) {
            return null;
        }
        var header =
                ByteBuffer.allocate(WEBP_LENGTH).order(ByteOrder.LITTLE_ENDIAN).put(0, read, 0, length);
        return switch (ascii(header, 12, 4)) {
            case "VP8X" -> new ImageSize(1 + (header.getInt(24) & 0xffffff), 1 + (header.getInt(26) >>> 8));
            case "VP8 " ->
                (header.get(23) & 0xff) != 0x9d || header.get(24) != 0x01 || header.get(25) != 0x2a
                        ? null
                        : new ImageSize(header.getShort(26) & 0x3fff, header.getShort(28) & 0x3fff);
            case "VP8L" ->
                header.get(20) != 0x2f
                        ? null
                        : new ImageSize(1 + (header.getInt(21) & 0x3fff), 1 + (header.getInt(21) >>> 14 & 0x3fff));
            default -> null;
        };
    }

    /** The largest of the image spatial extents (ISO/IEC 23008-12, 6.5.3), since tiles have smaller ones. */
    private ImageSize avif() throws IOException {
        int length = (int) Math.min(channel.size(), AVIF_BEGINNING);
        var beginning = big(0, length);
        ImageSize largest = null;
        for (int at = 0; beginning != null && at <= length - 16; at++) {
            if (beginning.getInt(at) == 0x69737065) { // ispe
                var size = new ImageSize(beginning.getInt(at + 8), beginning.getInt(at + 12));
                if (largest == null || size.pixels() > largest.pixels()) {
                    largest = size;
                }
            }
        }
        return largest;
    }

    private ByteBuffer big(long position, int length) throws IOException {
        return FileBytes.read(channel, position, length, ByteOrder.BIG_ENDIAN);
    }

    private ByteBuffer little(long position, int length) throws IOException {
        return FileBytes.read(channel, position, length, ByteOrder.LITTLE_ENDIAN);
    }

    private static String ascii(ByteBuffer bytes, int at, int length) {
        return FileBytes.text(bytes, at, length, StandardCharsets.US_ASCII);
    }
}
