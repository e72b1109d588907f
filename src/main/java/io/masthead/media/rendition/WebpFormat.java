package io.masthead.media.rendition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** WebP (RFC 9649): a RIFF file of chunks, each filled up to an even length. */
final class WebpFormat implements ImageFormat {

    /** Pixels, their transparency, their colours and their animation. */
    private static final Set<String> KEPT = Set.of("VP8 ", "VP8L", "ALPH", "ICCP", "ANIM", "ANMF");

    private static final int FILE_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int CANVAS_CHUNK = 10;
    private static final int FRAME_HEADER = 16;

    private static final int IS_ANIMATED = 0x02;
    private static final int HAS_XMP = 0x04;
    private static final int HAS_EXIF = 0x08;
    private static final int HAS_ALPHA = 0x10;
    private static final int HAS_PROFILE = 0x20;

    @Override
    public FileStructure inspect(ImageBytes in) throws IOException, ImageRefusedException {
        long end = enter(in);
        Size canvas = null;
        Size still = null;
        int frames = 0;
        var blocks = MetadataBlocks.NONE;
        while (in.position() < end) {
            var name = in.fourCharacters();
            long length = in.u32LittleEndian();
            long next = in.position() + even(length);
            switch (name) {
                case "VP8X" -> canvas = canvas(in);
                case "VP8 ", "VP8L" -> still = still == null ? bitstream(name, in) : still;
                case "ANMF" -> {
                    frames++;
                    if (frames > ImageHeader.MAX_FRAMES) {
                        throw ImageHeader.tooManyFrames();
                    }
                    checkFrame(in, canvas);
                }
                case "EXIF" -> blocks = blocks.withExif(withoutPrefix(in.takeUpTo(MetadataBlocks.MAX_EXIF, length)));
                case "XMP " -> blocks = blocks.withXmp(in.takeUpTo(MetadataBlocks.MAX_BYTES, length));
                case "ICCP" -> blocks = blocks.withProfile(in.takeUpTo(MetadataBlocks.MAX_BYTES, length));
                default -> {}
            }
            in.skip(next - in.position());
        }
        if (still == null && frames == 0) {
            throw ImageRefusedException.damaged("The WebP has no picture in it.");
        }
        if (still != null && canvas != null && !still.equals(canvas)) {
            throw ImageRefusedException.damaged("The WebP gives one size in its header and another for its pixels.");
        }
        var size = canvas == null ? still : canvas;
        if (size == null) {
            throw ImageRefusedException.damaged("The WebP has frames but no size.");
        }
        return new FileStructure(ImageType.WEBP, size.width, size.height, Math.max(frames, 1), blocks);
    }

    @Override
    public void strip(ImageBytes in, OutputStream out, byte[] exif) throws IOException, ImageRefusedException {
        // The file's length comes first, so the chunks are gone through twice.
        boolean extended = false;
        boolean hasProfile = false;
        Size still = null;
        long length = 4;
        long end = enter(in);
        while (in.position() < end) {
            var name = in.fourCharacters();
            long chunk = even(in.u32LittleEndian());
            long next = in.position() + chunk;
            if (name.startsWith("VP8") && !name.equals("VP8X")) {
                still = bitstream(name, in);
            }
            extended |= name.equals("VP8X");
            hasProfile |= name.equals("ICCP");
            length += KEPT.contains(name) || name.equals("VP8X") ? CHUNK_HEADER + chunk : 0;
            in.skip(next - in.position());
        }
        boolean writesExif = exif.length > 0;
        boolean extend = writesExif && !extended && still != null;
        length += writesExif ? CHUNK_HEADER + even(exif.length) : 0;
        length += extend ? CHUNK_HEADER + CANVAS_CHUNK : 0;

        in.seek(0);
        enter(in);
        out.write(ascii("RIFF"));
        write32(out, length);
        out.write(ascii("WEBP"));
        if (extend) {
            // Lossless pixels tell by themselves whether they are transparent.
            writeCanvas(out, HAS_EXIF, still.width, still.height);
        }
        while (in.position() < end) {
            var name = in.fourCharacters();
            long chunk = in.u32LittleEndian();
            if (name.equals("VP8X")) {
                writeHeader(out, name, chunk);
                int flags = in.u8() & ~(HAS_XMP | HAS_EXIF | HAS_PROFILE);
                out.write(flags | (writesExif ? HAS_EXIF : 0) | (hasProfile ? HAS_PROFILE : 0));
                in.copy(even(chunk) - 1, out);
            } else if (KEPT.contains(name)) {
                writeHeader(out, name, chunk);
                in.copy(even(chunk), out);
            } else {
                in.skip(even(chunk));
            }
        }
        if (writesExif) {
            writeHeader(out, "EXIF", exif.length);
            out.write(exif);
            if (exif.length % 2 == 1) {
                out.write(0);
            }
        }
    }

    static boolean isAnimated(ImageBytes in) throws IOException, ImageRefusedException {
        enter(in);
        boolean extended = in.fourCharacters().equals("VP8X");
        in.skip(4);
        return extended && (in.u8() & IS_ANIMATED) != 0;
    }

    /**
     * The first frame of an animation as a still picture of its own, since the decoder knows only such.
     *
     * @param bound of its bytes; more is refused
     */
    static FirstFrame firstFrame(ImageBytes in, int bound) throws IOException, ImageRefusedException {
        long end = enter(in);
        while (in.position() < end) {
            var name = in.fourCharacters();
            long length = in.u32LittleEndian();
            if (!name.equals("ANMF")) {
                in.skip(even(length));
                continue;
            }
            if (length > bound || length < FRAME_HEADER) {
                throw ImageRefusedException.damaged("The first frame of the WebP is too large or too small.");
            }
            int left = in.u24LittleEndian() * 2;
            int top = in.u24LittleEndian() * 2;
            int width = in.u24LittleEndian() + 1;
            int height = in.u24LittleEndian() + 1;
            in.skip(4);
            var chunks = in.take((int) length - FRAME_HEADER);
            var still = new ByteArrayOutputStream(chunks.length + 64);
            still.writeBytes(ascii("RIFF"));
            write32(still, 4 + CHUNK_HEADER + CANVAS_CHUNK + chunks.length);
            still.writeBytes(ascii("WEBP"));
            writeCanvas(still, HAS_ALPHA, width, height);
            still.writeBytes(chunks);
            return new FirstFrame(left, top, width, height, still.toByteArray());
        }
        throw ImageRefusedException.damaged("The WebP has no frames.");
    }

    /** @param file a WebP file of its own */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record FirstFrame(int left, int top, int width, int height, byte[] file) {}

    private record Size(int width, int height) {}

    /** Returns where the chunks end; what follows belongs to no picture. */
    private static long enter(ImageBytes in) throws IOException, ImageRefusedException {
        in.skip(4);
        long length = in.u32LittleEndian();
        in.skip(4);
        long end = FILE_HEADER - 4 + length;
        if (length < 4 || end - in.position() > in.remaining()) {
            throw ImageRefusedException.truncated();
        }
        return end;
    }

    private static Size canvas(ImageBytes in) throws IOException, ImageRefusedException {
        in.skip(4);
        return new Size(in.u24LittleEndian() + 1, in.u24LittleEndian() + 1);
    }

    private static Size bitstream(String name, ImageBytes in) throws IOException, ImageRefusedException {
        if (name.equals("VP8L")) {
            if (in.u8() != 0x2f) {
                throw ImageRefusedException.damaged("The WebP is damaged: its pixels do not begin as they should.");
            }
            long bits = in.u32LittleEndian();
            return new Size((int) (bits & 0x3fff) + 1, (int) (bits >> 14 & 0x3fff) + 1);
        }
        in.skip(3);
        if (in.u8() != 0x9d || in.u8() != 0x01 || in.u8() != 0x2a) {
            throw ImageRefusedException.damaged("The WebP is damaged: its pixels do not begin as they should.");
        }
        return new Size(in.u16LittleEndian() & 0x3fff, in.u16LittleEndian() & 0x3fff);
    }

    private static void checkFrame(ImageBytes in, Size canvas) throws IOException, ImageRefusedException {
        long right = in.u24LittleEndian() * 2L;
        long bottom = in.u24LittleEndian() * 2L;
        var frame = new Size(in.u24LittleEndian() + 1, in.u24LittleEndian() + 1);
        in.skip(4);
        var name = in.fourCharacters();
        if (name.equals("ALPH")) {
            in.skip(even(in.u32LittleEndian()));
            name = in.fourCharacters();
        }
        in.skip(4);
        if (canvas == null
                || right + frame.width > canvas.width
                || bottom + frame.height > canvas.height
                || !bitstream(name, in).equals(frame)) {
            throw ImageRefusedException.damaged("The WebP has a frame whose size contradicts its header.");
        }
    }

    /** Some programs write the prefix of JPEG here too. */
    private static byte[] withoutPrefix(byte[] exif) {
        boolean prefixed = exif != null && exif.length > 6 && exif[0] == 'E' && exif[4] == 0 && exif[5] == 0;
        return prefixed ? Arrays.copyOfRange(exif, 6, exif.length) : exif;
    }

    private static long even(long length) {
        return length + (length & 1);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void writeHeader(OutputStream out, String name, long length) throws IOException {
        out.write(ascii(name));
        write32(out, length);
    }

    private static void writeCanvas(OutputStream out, int flags, int width, int height) throws IOException {
        writeHeader(out, "VP8X", CANVAS_CHUNK);
        write32(out, flags);
        write24(out, width - 1);
        write24(out, height - 1);
    }

    private static void write24(OutputStream out, int value) throws IOException {
        out.write(value);
        out.write(value >> 8);
        out.write(value >> 16);
    }

    private static void write32(OutputStream out, long value) throws IOException {
        write24(out, (int) value);
        out.write((int) (value >> 24));
    }
}
