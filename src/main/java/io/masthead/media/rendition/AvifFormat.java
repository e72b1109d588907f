package io.masthead.media.rendition;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * AVIF (ISO 14496-12 and 23008-12): boxes within boxes. The size is in {@code meta/iprp/ipco/ispe}; a preview,
 * a tile or a mask has one too and is never larger than the picture.
 */
final class AvifFormat implements ImageFormat {

    /** A picture has a few dozen; boxes within boxes are read by recursion. */
    private static final int MAX_BOXES = 1_000;

    /** Where it begins, and a directory without entries: some decoders refuse a picture whose EXIF is none. */
    private static final byte[] EMPTY_EXIF = {0, 0, 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0};

    private int boxes;
    private long width;
    private long height;
    private boolean turned;

    private final AvifItems items = new AvifItems();

    /** Boxes for extensions, for users' data and for nothing; any program may keep something there. */
    private final List<AvifItems.Range> hidden = new ArrayList<>();

    @Override
    public FileStructure inspect(ImageBytes in) throws IOException, ImageRefusedException {
        readBoxes(in, in.remaining());
        items.metadata(); // refused now rather than when it is stripped
        if (width == 0 || height == 0) {
            throw ImageRefusedException.damaged("The AVIF does not give its size.");
        }
        return new FileStructure(
                ImageType.AVIF,
                (int) (turned ? height : width),
                (int) (turned ? width : height),
                1,
                MetadataBlocks.NONE);
    }

    /** Overwrites metadata in place with nothing, since boxes name where in the file the others are. */
    @Override
    public void strip(ImageBytes in, OutputStream out, byte[] exif) throws IOException, ImageRefusedException {
        readBoxes(in, in.remaining());
        hidden.addAll(items.metadata());
        hidden.sort(Comparator.comparingLong(AvifItems.Range::start));
        in.seek(0);
        for (var range : hidden) {
            long end = range.start() + range.length();
            if (end > in.position()) {
                in.copy(Math.max(0, range.start() - in.position()), out);
                long left = end - in.position();
                in.skip(left);
                if (range.exif() && left == range.length() && left >= EMPTY_EXIF.length) {
                    out.write(EMPTY_EXIF);
                    left -= EMPTY_EXIF.length;
                }
                for (long i = 0; i < left; i++) {
                    out.write(0);
                }
            }
        }
        in.copy(in.remaining(), out);
    }

    private void readBoxes(ImageBytes in, long end) throws IOException, ImageRefusedException {
        while (in.position() + 8 <= end) {
            if (++boxes > MAX_BOXES) {
                throw ImageRefusedException.damaged("The AVIF has too many parts.");
            }
            long start = in.position();
            long length = in.u32();
            var name = in.fourCharacters();
            if (length == 1) {
                length = in.u32() << 32 | in.u32();
            }
            long boxEnd = length == 0 ? end : start + length;
            if (boxEnd < in.position() || boxEnd > end) {
                throw ImageRefusedException.truncated();
            }
            switch (name) {
                case "meta" -> {
                    in.skip(4);
                    readBoxes(in, boxEnd);
                }
                case "iprp", "ipco", "moov", "trak" -> readBoxes(in, boxEnd);
                case "iinf" -> items.readTypes(in, boxEnd);
                case "iloc" -> items.readPlaces(in, boxEnd);
                case "idat" -> items.data(new AvifItems.Range(in.position(), boxEnd - in.position()));
                case "uuid", "udta", "ilst", "keys", "free", "skip" ->
                    hidden.add(new AvifItems.Range(in.position(), boxEnd - in.position()));
                case "ispe" -> readSize(in);
                case "irot" -> turned |= (in.u8() & 1) == 1;
                default -> {}
            }
            in.skip(boxEnd - in.position());
        }
    }

    private void readSize(ImageBytes in) throws IOException, ImageRefusedException {
        in.skip(4);
        long w = in.u32();
        long h = in.u32();
        if (w > Integer.MAX_VALUE || h > Integer.MAX_VALUE) {
            throw ImageRefusedException.damaged("The AVIF has an impossible size.");
        }
        if (w * h > width * height) {
            width = w;
            height = h;
        }
    }
}
