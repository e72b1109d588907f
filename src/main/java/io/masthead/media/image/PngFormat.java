package io.masthead.media.image;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/** PNG (ISO 15948) with its animations: chunks of a length, a name, content and a checksum. */
final class PngFormat implements ImageFormat {

    /** What the pixels, their colours, their shape and their animation need. */
    private static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI",
            "bKGD", "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT");

    /** Of these, what decides about the pixels. */
    private static final Set<String> DECODED = Set.of("IHDR", "PLTE", "tRNS");

    /** In bytes: a palette of 256 colours. */
    private static final int MAX_DECODED = 3 * 256;

    private static final int SIGNATURE = 8;
    private static final int CHUNK_HEADER = 8;
    private static final int CHECKSUM = 4;
    private static final String XMP_KEYWORD = "XML:com.adobe.xmp";

    @Override
    public FileStructure inspect(ImageBytes in) throws IOException, ImageRefusedException {
        in.skip(SIGNATURE);
        if (in.u32() != 13 || !in.fourCharacters().equals("IHDR")) {
            throw ImageRefusedException.damaged("The PNG does not begin with its header.");
        }
        long width = in.u32();
        long height = in.u32();
        if (width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw ImageRefusedException.damaged("The PNG has an impossible size.");
        }
        in.skip(5L + CHECKSUM);
        var blocks = MetadataBlocks.NONE;
        long frames = 1;
        Set<String> once = new HashSet<>();
        while (true) {
            long length = in.u32();
            var name = in.fourCharacters();
            switch (name) {
                case "IHDR" -> throw ImageRefusedException.damaged("The PNG gives its size twice.");
                case "PLTE", "tRNS" -> {
                    if (!once.add(name)) {
                        throw ImageRefusedException.damaged("The PNG gives its colours twice.");
                    }
                    in.skip(length);
                }
                case "IDAT" -> {
                    once.add(name);
                    in.skip(length);
                }
                case "IEND" -> {
                    if (!once.contains("IDAT")) {
                        throw ImageRefusedException.damaged("The PNG has no picture in it.");
                    }
                    return new FileStructure(
                            ImageType.PNG,
                            (int) width,
                            (int) height,
                            (int) Math.min(Math.max(frames, 1), Integer.MAX_VALUE),
                            true,
                            blocks);
                }
                case "acTL" -> {
                    frames = in.u32();
                    in.skip(length - 4);
                }
                case "eXIf" -> blocks = blocks.withExif(in.takeUpTo(MetadataBlocks.MAX_EXIF, length));
                case "iCCP" -> {
                    if (!once.add(name)) {
                        throw ImageRefusedException.damaged("The PNG has more than one colour profile.");
                    }
                    blocks = blocks.withProfile(profile(in.takeUpTo(MetadataBlocks.MAX_BYTES, length)));
                }
                case "iTXt" -> {
                    var xmp = xmp(in.takeUpTo(MetadataBlocks.MAX_BYTES, length));
                    blocks = xmp == null ? blocks : blocks.withXmp(xmp);
                }
                default -> in.skip(length);
            }
            in.skip(CHECKSUM);
        }
    }

    @Override
    public void strip(ImageBytes in, OutputStream out, byte[] exif) throws IOException, ImageRefusedException {
        in.copy(SIGNATURE, out);
        boolean written = exif.length == 0;
        while (true) {
            long length = in.u32();
            var name = in.fourCharacters();
            if (!written && name.equals("IDAT")) {
                writeChunk(out, "eXIf", exif);
                written = true;
            }
            if (KEPT.contains(name)) {
                write32(out, length);
                out.write(name.getBytes(StandardCharsets.ISO_8859_1));
                in.copy(length + CHECKSUM, out);
            } else {
                in.skip(length + CHECKSUM);
            }
            if (name.equals("IEND")) {
                return;
            }
        }
    }

    /**
     * What a decoder needs to know before the pixels: no text, which ImageIO would inflate whatever its size, and
     * no profile. Afterwards the file is at its first pixels.
     */
    static byte[] head(ImageBytes in) throws IOException, ImageRefusedException {
        var head = new ByteArrayOutputStream();
        in.copy(SIGNATURE, head);
        while (true) {
            long length = in.u32();
            var name = in.fourCharacters();
            if (name.equals("IDAT") || name.equals("IEND")) {
                in.seek(in.position() - CHUNK_HEADER);
                return head.toByteArray();
            }
            if (DECODED.contains(name) && length <= MAX_DECODED) {
                write32(head, length);
                head.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
                in.copy(length + CHECKSUM, head);
            } else {
                in.skip(length + CHECKSUM);
            }
        }
    }

    /** A name, 0, the method 0 and the deflated profile; null if it is none or too large. */
    private static byte[] profile(byte[] content) throws IOException {
        int end = content == null ? -1 : indexOfZero(content);
        if (end < 0 || end + 2 > content.length) {
            return null;
        }
        var deflated = new ByteArrayInputStream(content, end + 2, content.length - end - 2);
        try (var inflated = new InflaterInputStream(deflated)) {
            var profile = inflated.readNBytes(MetadataBlocks.MAX_BYTES + 1);
            return profile.length > MetadataBlocks.MAX_BYTES ? null : profile;
        } catch (IOException damaged) {
            return null; // as browsers do: the picture is shown without it
        }
    }

    /** A keyword, 0, whether it is compressed, how, language, 0, translated keyword, 0, text. */
    private static byte[] xmp(byte[] content) {
        var keyword = XMP_KEYWORD.getBytes(StandardCharsets.ISO_8859_1);
        int start = keyword.length;
        if (content == null
                || content.length < start + 5
                || !Arrays.equals(content, 0, start, keyword, 0, start)
                || content[start] != 0
                || content[start + 1] != 0) {
            return null;
        }
        int language = indexOfZero(content, start + 3);
        int translated = language < 0 ? -1 : indexOfZero(content, language + 1);
        return translated < 0 ? null : Arrays.copyOfRange(content, translated + 1, content.length);
    }

    private static int indexOfZero(byte[] content) {
        return indexOfZero(content, 0);
    }

    private static int indexOfZero(byte[] content, int from) {
        for (int i = from; i < content.length; i++) {
            if (content[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private static void writeChunk(OutputStream out, String name, byte[] content) throws IOException {
        var bytes = name.getBytes(StandardCharsets.ISO_8859_1);
        var checksum = new CRC32();
        checksum.update(bytes);
        checksum.update(content);
        write32(out, content.length);
        out.write(bytes);
        out.write(content);
        write32(out, checksum.getValue());
    }

    private static void write32(OutputStream out, long value) throws IOException {
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write((int) (value >> shift));
        }
    }
}
