package io.masthead.media.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** WebP (RFC 9649): a RIFF file of chunks, each filled up to an even length. */
final class WebpFormat implements ImageFormat {

    private static final Set<String> BITSTREAMS = Set.of("VP8 ", "VP8L");

    /** Size, colours, animation, transparency and pixels, each once; besides these only frames are kept. */
    private static final Set<String> ONCE = Set.of("VP8X", "ICCP", "ANIM", "ALPH", "VP8");

    private static final int FILE_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int CANVAS_CHUNK = 10;
    private static final int ANIMATION_CHUNK = 6;
    private static final int FRAME_HEADER = 16;

    private static final int IS_ANIMATED = 0x02;
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
        return new FileStructure(ImageType.WEBP, size.width, size.height, Math.max(frames, 1), true, blocks);
    }

    @Override
    public void strip(ImageBytes in, OutputStream out, byte[] exif) throws IOException, ImageRefusedException {
        var contents = contents(in);
        // The file's length comes first, so the chunks are gone through twice.
        var counted = new CountingOutputStream();
        in.seek(0);
        copyChunks(in, counted, contents, exif);
        in.seek(0);
        writeHeader(out, "RIFF", 4 + counted.count());
        out.write(ascii("WEBP"));
        copyChunks(in, out, contents, exif);
    }

    /**
     * What is in a file.
     *
     * @param still null in an animation
     */
    private record Contents(boolean extended, boolean hasProfile, Size still) {}

    private static Contents contents(ImageBytes in) throws IOException, ImageRefusedException {
        boolean extended = false;
        boolean hasProfile = false;
        Size still = null;
        long end = enter(in);
        while (in.position() < end) {
            var name = in.fourCharacters();
            long next = in.position() + 4 + even(in.u32LittleEndian());
            if (BITSTREAMS.contains(name) && still == null) {
                still = bitstream(name, in);
            }
            extended |= name.equals("VP8X");
            hasProfile |= name.equals("ICCP");
            in.skip(next - in.position());
        }
        return new Contents(extended, hasProfile, still);
    }

    private static void copyChunks(ImageBytes in, OutputStream out, Contents contents, byte[] exif)
            throws IOException, ImageRefusedException {
        boolean writesExif = exif.length > 0;
        if (writesExif && !contents.extended && contents.still != null) {
            // Lossless pixels tell by themselves whether they are transparent.
            writeCanvas(out, HAS_EXIF, contents.still.width, contents.still.height);
        }
        long end = enter(in);
        Set<String> copied = new HashSet<>();
        while (in.position() < end) {
            var name = in.fourCharacters();
            long length = in.u32LittleEndian();
            long next = in.position() + even(length);
            var kind = BITSTREAMS.contains(name) ? "VP8" : name;
            if (name.equals("ANMF")) {
                copyFrame(in, next, out);
            } else if (ONCE.contains(kind) && copied.add(kind)) {
                if (name.equals("VP8X")) {
                    int flags = in.u8() & (IS_ANIMATED | HAS_ALPHA);
                    in.skip(3);
                    var size = new Size(in.u24LittleEndian() + 1, in.u24LittleEndian() + 1);
                    flags |= (writesExif ? HAS_EXIF : 0) | (contents.hasProfile ? HAS_PROFILE : 0);
                    writeCanvas(out, flags, size.width, size.height);
                } else {
                    copyChunk(in, name, name.equals("ANIM") ? Math.min(length, ANIMATION_CHUNK) : length, out);
                }
            }
            in.skip(next - in.position());
        }
        if (writesExif) {
            writeHeader(out, "EXIF", exif.length);
            out.write(exif);
            pad(out, exif.length);
        }
    }

    /** Where the frame lies, its transparency and its pixels; other chunks may stand behind these. */
    private static void copyFrame(ImageBytes in, long end, OutputStream out) throws IOException, ImageRefusedException {
        var header = in.take(FRAME_HEADER);
        long start = in.position();
        var counted = new CountingOutputStream();
        copyFrameChunks(in, end, counted);
        in.seek(start);
        writeHeader(out, "ANMF", FRAME_HEADER + counted.count());
        out.write(header);
        copyFrameChunks(in, end, out);
    }

    private static void copyFrameChunks(ImageBytes in, long end, OutputStream out)
            throws IOException, ImageRefusedException {
        var name = in.fourCharacters();
        long length = in.u32LittleEndian();
        if (name.equals("ALPH")) {
            requireWithin(end, in, length);
            copyChunk(in, name, length, out);
            in.skip(even(length) - length);
            name = in.fourCharacters();
            length = in.u32LittleEndian();
        }
        requireWithin(end, in, length);
        if (!BITSTREAMS.contains(name)) {
            throw ImageRefusedException.damaged("The WebP has a frame without pixels.");
        }
        copyChunk(in, name, length, out);
    }

    private static void requireWithin(long end, ImageBytes in, long length) throws ImageRefusedException {
        if (in.position() + length > end) {
            throw ImageRefusedException.damaged("The WebP has a frame that ends before its pixels.");
        }
    }

    /** The file is then behind the content, but before the byte that makes it even. */
    private static void copyChunk(ImageBytes in, String name, long length, OutputStream out)
            throws IOException, ImageRefusedException {
        writeHeader(out, name, length);
        in.copy(length, out);
        pad(out, length);
    }

    private static void pad(OutputStream out, long length) throws IOException {
        if (length % 2 == 1) {
            out.write(0);
        }
    }

    static boolean isAnimated(ImageBytes in) throws IOException, ImageRefusedException {
        enter(in);
        boolean extended = in.fourCharacters().equals("VP8X");
        in.skip(4);
        return extended && (in.u8() & IS_ANIMATED) != 0;
    }

    /** Whether a still picture has its pixels as they were; of an animation false. */
    static boolean isLossless(ImageBytes in) throws IOException, ImageRefusedException {
        long end = enter(in);
        while (in.position() < end) {
            var name = in.fourCharacters();
            if (BITSTREAMS.contains(name)) {
                return name.equals("VP8L");
            }
            in.skip(even(in.u32LittleEndian()));
        }
        return false;
    }

    /**
     * The first frame of an animation as a still picture of its own, since the decoder knows only such. Afterwards
     * the file is at the chunks of that frame.
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
            long chunks = length - FRAME_HEADER;
            var head = new ByteArrayOutputStream();
            writeHeader(head, "RIFF", 4 + CHUNK_HEADER + CANVAS_CHUNK + chunks);
            head.writeBytes(ascii("WEBP"));
            writeCanvas(head, HAS_ALPHA, width, height);
            return new FirstFrame(left, top, width, height, head.toByteArray(), chunks);
        }
        throw ImageRefusedException.damaged("The WebP has no frames.");
    }

    /**
     * @param head what makes a WebP file of the chunks of the frame
     * @param length of these chunks
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record FirstFrame(int left, int top, int width, int height, byte[] head, long length) {}

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

    /** Keeps nothing but the number of bytes, for formats that want a length before the content. */
    private static final class CountingOutputStream extends OutputStream {

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
}
