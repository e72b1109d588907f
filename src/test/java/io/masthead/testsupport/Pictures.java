package io.masthead.testsupport;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Makes small files of several types. */
public final class Pictures {

    private Pictures() {}

    /** A PNG of 3 by 2 that no other call has made. */
    public static byte[] png() {
        return png(3, 2, ThreadLocalRandom.current().nextLong());
    }

    /** A PNG with this header, whatever it has of pixels. */
    public static byte[] png(int width, int height, long seed) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(out, "IHDR", header(width, height));
        // In the pixels, since texts are taken out of what is served.
        chunk(
                out,
                "IDAT",
                deflated(ByteBuffer.allocate(2 * (1 + 3 * 3)).putLong(1, seed).array()));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /**
     * A JPEG of 40 by 20 that no other call has made, red at the left and blue at the right.
     *
     * @param orientation as cameras write it, 1 to 8
     * @param iptc texts by the number of their field in record 2
     */
    public static byte[] photograph(int orientation, Map<Integer, String> iptc) {
        var jpeg = written(halves(40, 20, Color.RED, Color.BLUE), "jpeg");
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(segment(0xe1, exif(orientation)));
        out.writeBytes(segment(0xed, photoshop(iptc)));
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** A PNG of this size that no other call has made, of one colour at the left and of another at the right. */
    public static byte[] halves(int width, int height) {
        return written(halves(width, height, Color.RED, Color.BLUE), "png");
    }

    private static BufferedImage halves(int width, int height, Color left, Color right) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, (x < width / 2 ? left : right).getRGB());
            }
        }
        // What makes it one of its own, hardly to be seen.
        image.setRGB(0, 0, Color.RED.getRGB() ^ ThreadLocalRandom.current().nextInt(1 << 14));
        image.setRGB(
                0, height - 1, Color.RED.getRGB() ^ ThreadLocalRandom.current().nextInt(1 << 14));
        return image;
    }

    private static byte[] written(BufferedImage image, String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] segment(int marker, byte[] content) {
        return ByteBuffer.allocate(content.length + 4)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }

    /** A TIFF header and one entry: tag 0x0112, one short. */
    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(32)
                .put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .array();
    }

    /** Photoshop's resource 0x0404. */
    private static byte[] photoshop(Map<Integer, String> iptc) {
        var fields = new ByteArrayOutputStream();
        iptc.forEach((field, text) -> {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            fields.writeBytes(ByteBuffer.allocate(5 + bytes.length)
                    .put((byte) 0x1c)
                    .put((byte) 2)
                    .put(field.byteValue())
                    .putShort((short) bytes.length)
                    .put(bytes)
                    .array());
        });
        var content = fields.toByteArray();
        return ByteBuffer.allocate(14 + 12 + content.length + content.length % 2)
                .put("Photoshop 3.0\0008BIM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 0x0404)
                .putShort((short) 0)
                .putInt(content.length)
                .put(content)
                .array();
    }

    /** A JPEG that no other call has made: the left half is red, the right half blue. */
    public static byte[] jpeg(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = ThreadLocalRandom.current();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, x < width / 2 ? 0xd01010 : 0x1010d0);
            }
        }
        // In a corner, which renditions hardly show.
        for (int i = 0; i < 8; i++) {
            image.setRGB(i, 0, random.nextInt());
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A GIF with this logical screen, and nothing else. */
    public static byte[] gif(int width, int height) {
        return ByteBuffer.allocate(14)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("GIF89a".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) width)
                .putShort((short) height)
                .array();
    }

    private static byte[] header(int width, int height) {
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .put((byte) 2)
                .array();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] data) {
        var body = ByteBuffer.allocate(4 + data.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        var crc = new CRC32();
        crc.update(body);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(body);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static byte[] deflated(byte[] data) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
