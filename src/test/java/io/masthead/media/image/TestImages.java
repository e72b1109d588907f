package io.masthead.media.image;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Pictures and parts of files that tests put together. */
final class TestImages {

    private TestImages() {}

    /** Four quarters: red, green; blue, white. */
    static BufferedImage quarters(int width, int height) {
        return quarters(width, height, BufferedImage.TYPE_INT_RGB);
    }

    static BufferedImage quarters(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        var graphics = image.createGraphics();
        var colours = new Color[] {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
        for (int i = 0; i < 4; i++) {
            graphics.setColor(colours[i]);
            graphics.fillRect(i % 2 * (width / 2), i / 2 * (height / 2), width - width / 2, height - height / 2);
        }
        graphics.dispose();
        return image;
    }

    static BufferedImage plain(int width, int height, Color colour, int type) {
        var image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, colour.getRGB());
            }
        }
        return image;
    }

    /** Soft shapes with a little noise, as a photograph has. */
    static BufferedImage photograph(int width, int height, int noise) {
        var random = new Random(7);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int red = (int) (128 + 90 * Math.sin(x / 97.0 + y / 211.0));
                int green = (int) (128 + 90 * Math.sin(y / 83.0));
                int blue = (int) (128 + 90 * Math.cos((x - y) / 151.0));
                int grain = noise == 0 ? 0 : random.nextInt(2 * noise + 1) - noise;
                image.setRGB(
                        x, y, new Color(within(red + grain), within(green + grain), within(blue + grain)).getRGB());
            }
        }
        return image;
    }

    static Path jpeg(Path folder, BufferedImage image) throws IOException {
        var file = Files.createTempFile(folder, "source", ".jpg");
        ImageIO.write(image, "jpeg", file.toFile());
        return file;
    }

    static Path png(Path folder, BufferedImage image) throws IOException {
        var file = Files.createTempFile(folder, "source", ".png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    static Path gif(Path folder, BufferedImage image) throws IOException {
        var file = Files.createTempFile(folder, "source", ".gif");
        ImageIO.write(image, "gif", file.toFile());
        return file;
    }

    static Path webp(Path folder, BufferedImage image) throws IOException {
        var file = Files.createTempFile(folder, "source", ".webp");
        Files.delete(file);
        ImageEncoder.writeLosslessWebp(image, file);
        return file;
    }

    static Path file(Path folder, byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "source", ".bin"), bytes);
    }

    /** Puts segments behind the first two bytes of a JPEG. */
    static Path withSegments(Path jpeg, byte[]... segments) throws IOException {
        var bytes = Files.readAllBytes(jpeg);
        return Files.write(jpeg, join(slice(bytes, 0, 2), join(segments), slice(bytes, 2, bytes.length)));
    }

    static byte[] segment(int marker, byte[] content) {
        return ByteBuffer.allocate(content.length + 4)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }

    static byte[] exifSegment(byte[] exif) {
        return segment(0xe1, join(latin("Exif\0\0"), exif));
    }

    static byte[] xmpSegment(String xmp) {
        return segment(0xe1, join(latin("http://ns.adobe.com/xap/1.0/\0"), xmp.getBytes(StandardCharsets.UTF_8)));
    }

    /** IPTC fields of record 2 within an image resource of Photoshop. */
    static byte[] iptcSegment(Object... tagsAndTexts) {
        var iptc = new ByteArrayOutputStream();
        for (int i = 0; i < tagsAndTexts.length; i += 2) {
            var text = ((String) tagsAndTexts[i + 1]).getBytes(StandardCharsets.UTF_8);
            iptc.writeBytes(ByteBuffer.allocate(5)
                    .put((byte) 0x1c)
                    .put((byte) 2)
                    .put(((Integer) tagsAndTexts[i]).byteValue())
                    .putShort((short) text.length)
                    .array());
            iptc.writeBytes(text);
        }
        int length = iptc.size();
        var resource = join(
                latin("8BIM"),
                new byte[] {0x04, 0x04, 0, 0},
                ByteBuffer.allocate(4).putInt(length).array(),
                iptc.toByteArray(),
                new byte[length % 2]);
        return segment(0xed, join(latin("Photoshop 3.0\0"), resource));
    }

    static byte[] pngChunk(String name, byte[] content) {
        var checksum = new CRC32();
        checksum.update(latin(name));
        checksum.update(content);
        return ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(latin(name))
                .put(content)
                .putInt((int) checksum.getValue())
                .array();
    }

    static byte[] pngHeader(int width, int height, int bits, int colourType) {
        return pngChunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) bits)
                        .put((byte) colourType)
                        .array());
    }

    static byte[] png(byte[]... chunks) {
        return join(latin("\u0089PNG\r\n\u001a\n"), join(chunks));
    }

    /** Puts chunks behind the header of a PNG. */
    static Path withChunks(Path png, byte[]... chunks) throws IOException {
        var bytes = Files.readAllBytes(png);
        return Files.write(png, join(slice(bytes, 0, 33), join(chunks), slice(bytes, 33, bytes.length)));
    }

    static byte[] deflated(byte[] content) {
        var deflater = new Deflater();
        deflater.setInput(content);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    /** A GIF of black frames of one pixel. */
    static byte[] gif(int width, int height, int frames, byte[]... extensions) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(latin("GIF89a"));
        out.writeBytes(littleEndian(width, height));
        out.writeBytes(new byte[] {(byte) 0x80, 0, 0, 0, 0, 0, -1, -1, -1});
        out.writeBytes(join(extensions));
        for (int i = 0; i < frames; i++) {
            out.writeBytes(new byte[] {0x21, (byte) 0xf9, 4, 0, 10, 0, 0, 0});
            out.write(0x2c);
            out.writeBytes(littleEndian(0, 0, 1, 1));
            out.writeBytes(new byte[] {0, 2, 2, 0x44, 1, 0});
        }
        out.write(0x3b);
        return out.toByteArray();
    }

    /** Puts a lossless WebP of one picture into an extended file. */
    static byte[] extendedWebp(byte[] simple, int width, int height, int flags, byte[]... chunks) {
        var canvas = ByteBuffer.allocate(10)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(flags)
                .put((byte) (width - 1))
                .put((byte) ((width - 1) >> 8))
                .put((byte) ((width - 1) >> 16))
                .put((byte) (height - 1))
                .put((byte) ((height - 1) >> 8))
                .put((byte) ((height - 1) >> 16))
                .array();
        return riff(riffChunk("VP8X", canvas), slice(simple, 12, simple.length), join(chunks));
    }

    /** A frame of an animation; its pixels are those of a file. */
    static byte[] webpFrame(byte[] file, int left, int width, int height) {
        var header = new byte[16];
        header[0] = (byte) (left / 2);
        header[6] = (byte) (width - 1);
        header[9] = (byte) (height - 1);
        return riffChunk("ANMF", join(header, slice(file, 12, file.length)));
    }

    static byte[] riff(byte[]... chunks) {
        var content = join(latin("WEBP"), join(chunks));
        return join(latin("RIFF"), littleEndian32(content.length), content);
    }

    static byte[] riffChunk(String name, byte[] content) {
        return join(latin(name), littleEndian32(content.length), content, new byte[content.length % 2]);
    }

    /** A part of an AVIF. */
    static byte[] box(String name, byte[]... contents) {
        var content = join(contents);
        return join(ByteBuffer.allocate(4).putInt(content.length + 8).array(), latin(name), content);
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String content(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] slice(byte[] bytes, int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    static BufferedImage read(Path file) throws IOException, ImageRefusedException {
        return ImageDecoder.decode(file, InspectedImage.read(file)).pixels().image();
    }

    /** Which of the colours of {@link #quarters} it is nearest to, or black or grey. */
    static String colour(BufferedImage image, int x, int y) {
        int rgb = image.getRGB(x, y);
        boolean red = (rgb >> 16 & 0xff) > 128;
        boolean green = (rgb >> 8 & 0xff) > 128;
        boolean blue = (rgb & 0xff) > 128;
        return red && green && blue
                ? "white"
                : red && !green && !blue ? "red" : green && !red && !blue ? "green" : blue && !red ? "blue" : "other";
    }

    /** Of the four quarters, row by row. */
    static String corners(BufferedImage image) {
        int right = image.getWidth() * 7 / 8;
        int bottom = image.getHeight() * 7 / 8;
        int left = image.getWidth() / 8;
        int top = image.getHeight() / 8;
        return String.join(
                " ",
                colour(image, left, top),
                colour(image, right, top),
                colour(image, left, bottom),
                colour(image, right, bottom));
    }

    private static int within(int value) {
        return Math.max(0, Math.min(255, value));
    }

    private static byte[] littleEndian(int... values) {
        var buffer = ByteBuffer.allocate(values.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return buffer.array();
    }

    private static byte[] littleEndian32(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
