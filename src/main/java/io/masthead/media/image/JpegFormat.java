package io.masthead.media.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** JPEG (ITU T.81): segments, of which those with a number from APP0 to APP15 are for applications. */
final class JpegFormat implements ImageFormat {

    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP13 = 0xed;
    private static final int APP14 = 0xee;

    /** Huffman codes, quantisation, the number of lines, and how often decoding can start anew. */
    private static final Set<Integer> TABLES = Set.of(0xc4, 0xdb, 0xdc, 0xdd);

    /** Name, version, two flags and how colours are coded. */
    private static final int ADOBE_LENGTH = 12;

    private static final byte[] JFIF = ascii("JFIF\0");
    private static final byte[] EXIF = ascii("Exif\0\0");
    private static final byte[] XMP = ascii("http://ns.adobe.com/xap/1.0/\0");
    private static final byte[] PHOTOSHOP = ascii("Photoshop 3.0\0");
    private static final byte[] PROFILE = ascii("ICC_PROFILE\0");
    private static final byte[] ADOBE = ascii("Adobe");

    private static final byte[] NOTHING = {};

    /** In bytes, before each scan; those that can be used at once have less than 10 KB. */
    private static final int MAX_TABLES = 1024 * 1024;

    /** Programs write a dozen at most. Each costs a pass over all pixels, even an empty one. */
    private static final int MAX_SCANS = 100;

    /**
     * Of a file with more than one scan, for which the decoder keeps all of them, of 2 bytes. Photographs with the
     * usual sampling have one and a half for each pixel, others up to three.
     */
    static final int MAX_COEFFICIENTS = 80_000_000;

    /** Coefficients times scans; a decoder goes through all for each. A dozen scans of the largest, with room. */
    private static final long MAX_PASSES = 20L * MAX_COEFFICIENTS;

    /** Version, units and density of a JFIF segment; what follows is a preview. */
    private static final int JFIF_WITHOUT_PREVIEW = 12;

    /** The first of each is kept; more of them could be a million. */
    private boolean hasJfif;

    private boolean hasAdobe;

    @Override
    public FileStructure inspect(ImageBytes in) throws IOException, ImageRefusedException {
        in.skip(2);
        var blocks = MetadataBlocks.NONE;
        var photoshop = new ByteArrayOutputStream();
        SortedMap<Integer, byte[]> profile = new TreeMap<>();
        JpegFrame frame = null;
        int scans = 0;
        for (int marker = marker(in); marker != EOI || scans == 0; marker = marker(in)) {
            int length = length(in, marker);
            if (isFrame(marker)) {
                if (frame != null) {
                    throw ImageRefusedException.damaged("The JPEG gives its size twice.");
                }
                frame = JpegFrame.read(in, marker, length);
            } else if (marker == SOS) {
                scans++;
                if (scans > MAX_SCANS) {
                    throw ImageRefusedException.damaged("The JPEG has more than " + MAX_SCANS + " layers.");
                }
                in.skip(length);
                copyEntropyCoded(in, OutputStream.nullOutputStream());
            } else if (marker == APP1 || marker == APP2 || marker == APP13) {
                var content = in.take(length);
                if (marker == APP1 && startsWith(content, EXIF) && blocks.exif() == null) {
                    blocks = blocks.withExif(rest(content, EXIF.length));
                } else if (marker == APP1 && startsWith(content, XMP) && blocks.xmp() == null) {
                    blocks = blocks.withXmp(rest(content, XMP.length));
                } else if (marker == APP2 && startsWith(content, PROFILE) && length > PROFILE.length + 2) {
                    // Sequence number and count; a profile has at most 255 parts.
                    profile.putIfAbsent(content[PROFILE.length] & 0xff, rest(content, PROFILE.length + 2));
                } else if (marker == APP13
                        && startsWith(content, PHOTOSHOP)
                        && photoshop.size() < MetadataBlocks.MAX_BYTES) {
                    photoshop.writeBytes(rest(content, PHOTOSHOP.length));
                }
            } else {
                in.skip(length);
            }
        }
        if (frame == null) {
            throw ImageRefusedException.damaged("The JPEG has no header with its size.");
        }
        ImageHeader.requireInBounds(frame.width(), frame.height());
        requireFewPasses(frame, scans);
        if (photoshop.size() > 0) {
            blocks = blocks.withPhotoshop(photoshop.toByteArray());
        }
        return new FileStructure(
                ImageType.JPEG, frame.width(), frame.height(), 1, !frame.isCmyk(), blocks.withProfile(joined(profile)));
    }

    @Override
    public void strip(ImageBytes in, OutputStream out, byte[] exif) throws IOException, ImageRefusedException {
        strip(in, out, exif, null);
    }

    /** @param profile a colour profile to write in place of that of the file; null keeps it */
    void strip(ImageBytes in, OutputStream out, byte[] exif, byte[] profile) throws IOException, ImageRefusedException {
        enter(in, out);
        int marker = copySegments(in, out, exif, profile);
        while (marker == SOS) {
            int length = length(in, marker);
            writeHeader(out, marker, length);
            in.copy(length, out);
            copyEntropyCoded(in, out);
            marker = copySegments(in, out, NOTHING, NOTHING);
        }
        out.write(0xff);
        out.write(EOI);
    }

    /**
     * What a decoder needs to know before the pixels, without a colour profile. Afterwards the file is at its
     * first pixels.
     */
    byte[] head(ImageBytes in) throws IOException, ImageRefusedException {
        var head = new ByteArrayOutputStream();
        enter(in, head);
        if (copySegments(in, head, NOTHING, NOTHING) != SOS) {
            throw ImageRefusedException.truncated();
        }
        in.seek(in.position() - 2);
        return head.toByteArray();
    }

    private static void enter(ImageBytes in, OutputStream out) throws IOException, ImageRefusedException {
        in.skip(2);
        out.write(0xff);
        out.write(SOI);
    }

    /** Up to the next pixels, or to the end; returns the marker of these. */
    private int copySegments(ImageBytes in, OutputStream out, byte[] exif, byte[] profile)
            throws IOException, ImageRefusedException {
        boolean written = false;
        int tables = 0;
        while (true) {
            int marker = marker(in);
            if (marker == APP0) {
                keepJfif(in.take(length(in, marker)), out);
                continue;
            }
            if (!written) {
                // JFIF wants to be the first, so what is new comes second.
                writeExif(out, exif);
                writeProfile(out, profile);
                written = true;
            }
            if (marker == SOS || marker == EOI) {
                return marker;
            }
            int length = length(in, marker);
            if (!TABLES.contains(marker) && !isFrame(marker)) {
                keepIfPixelsNeedIt(marker, in.take(length), profile == null, out);
                continue;
            }
            tables += length;
            if (tables > MAX_TABLES) {
                throw ImageRefusedException.damaged("The JPEG is damaged: it has too many tables.");
            }
            writeHeader(out, marker, length);
            in.copy(length, out);
        }
    }

    private static void requireFewPasses(JpegFrame frame, int scans) throws ImageRefusedException {
        long coefficients = frame.coefficients();
        if (scans > 1 && coefficients > MAX_COEFFICIENTS) {
            long pixels = (long) frame.width() * frame.height();
            throw ImageRefusedException.unsupported("A JPEG with several layers may have at most "
                    + MAX_COEFFICIENTS * pixels / coefficients / 1_000_000
                    + " megapixels with this sampling of colours; save it as baseline JPEG.");
        }
        if (coefficients * scans > MAX_PASSES) {
            throw ImageRefusedException.unsupported(
                    "The JPEG has too many layers for its size; save it as baseline JPEG.");
        }
    }

    /** C4, C8 and CC are tables and an extension. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** Bytes before it that belong to no segment are skipped, as libjpeg does. */
    private static int marker(ImageBytes in) throws IOException, ImageRefusedException {
        int marker = 0;
        while (marker == 0) {
            for (int filler = in.u8(); filler != 0xff; ) {
                filler = in.u8();
            }
            do {
                marker = in.u8();
            } while (marker == 0xff);
        }
        return marker;
    }

    /** Of the content; markers that stand alone have no place between segments. */
    private static int length(ImageBytes in, int marker) throws IOException, ImageRefusedException {
        if (marker < 0xc0 || (marker >= 0xd0 && marker <= EOI)) {
            throw ImageRefusedException.damaged("The JPEG is damaged: it has an unknown segment.");
        }
        int length = in.u16() - 2;
        if (length < 0) {
            throw ImageRefusedException.damaged("The JPEG is damaged: a segment has an impossible length.");
        }
        return length;
    }

    /** A file may end without a marker; then it is refused as all that ends too early. */
    private static void copyEntropyCoded(ImageBytes in, OutputStream out) throws IOException, ImageRefusedException {
        while (true) {
            int one = in.u8();
            if (one != 0xff) {
                out.write(one);
                continue;
            }
            int two = in.u8();
            while (two == 0xff) {
                two = in.u8();
            }
            boolean partOfScan = two == 0 || (two >= 0xd0 && two <= 0xd7);
            if (!partOfScan) {
                in.seek(in.position() - 2);
                return;
            }
            out.write(0xff);
            out.write(two);
        }
    }

    /** Other APP0 segments are previews. */
    private void keepJfif(byte[] content, OutputStream out) throws IOException {
        if (!hasJfif && startsWith(content, JFIF) && content.length >= JFIF_WITHOUT_PREVIEW) {
            var kept = Arrays.copyOf(content, JFIF_WITHOUT_PREVIEW + 2);
            kept[JFIF_WITHOUT_PREVIEW] = 0;
            kept[JFIF_WITHOUT_PREVIEW + 1] = 0;
            write(out, APP0, kept);
            hasJfif = true;
        }
    }

    /** The profile, and Adobe's segment, which tells how colours are coded. */
    private void keepIfPixelsNeedIt(int marker, byte[] content, boolean keepProfile, OutputStream out)
            throws IOException {
        boolean isProfile = marker == APP2 && startsWith(content, PROFILE);
        boolean isAdobe = marker == APP14 && startsWith(content, ADOBE);
        if (isProfile && keepProfile) {
            write(out, marker, content);
        } else if (isAdobe && !hasAdobe && content.length >= ADOBE_LENGTH) {
            write(out, marker, Arrays.copyOf(content, ADOBE_LENGTH));
            hasAdobe = true;
        }
    }

    private static void writeExif(OutputStream out, byte[] exif) throws IOException {
        if (exif.length > 0) {
            writeHeader(out, APP1, EXIF.length + exif.length);
            out.write(EXIF);
            out.write(exif);
        }
    }

    private static void writeProfile(OutputStream out, byte[] profile) throws IOException {
        if (profile == null || profile.length == 0) {
            return;
        }
        int part = 65_533 - PROFILE.length - 2;
        int parts = (profile.length + part - 1) / part;
        for (int i = 0; i < parts; i++) {
            int from = i * part;
            int length = Math.min(part, profile.length - from);
            writeHeader(out, APP2, PROFILE.length + 2 + length);
            out.write(PROFILE);
            out.write(i + 1);
            out.write(parts);
            out.write(profile, from, length);
        }
    }

    private static void write(OutputStream out, int marker, byte[] content) throws IOException {
        writeHeader(out, marker, content.length);
        out.write(content);
    }

    private static void writeHeader(OutputStream out, int marker, int length) throws IOException {
        out.write(0xff);
        out.write(marker);
        out.write((length + 2) >> 8);
        out.write(length + 2);
    }

    private static byte[] joined(SortedMap<Integer, byte[]> parts) {
        var all = new ByteArrayOutputStream();
        parts.values().forEach(all::writeBytes);
        return all.size() == 0 || all.size() > MetadataBlocks.MAX_BYTES ? null : all.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean startsWith(byte[] content, byte[] start) {
        return content.length >= start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }

    private static byte[] rest(byte[] content, int from) {
        return Arrays.copyOfRange(content, from, content.length);
    }
}
