package io.masthead.media.image;

import io.masthead.media.image.AvifItems.Range;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * AVIF (ISO 14496-12 and 23008-12): boxes within boxes. The size is in {@code meta/iprp/ipco/ispe}; a preview,
 * a tile or a mask has one too and is never larger than the picture.
 */
final class AvifFormat implements ImageFormat {

    /** A picture has a few dozen; boxes within boxes are read by recursion. */
    private static final int MAX_BOXES = 1_000;

    /** Each has items: one of the file, and of a film one of all tracks and of each, which are colours and a mask. */
    private static final int MAX_METAS = 8;

    /** The boxes a file is made of. Any program may keep something in others. */
    private static final Set<String> PARTS = Set.of("ftyp", "meta", "mdat", "moov");

    /** Handlers of tracks: of an animation, of its mask, and of a film. */
    private static final Set<String> PICTURE_TRACKS = Set.of("pict", "auxv", "vide");

    /** EXIF without fields. Zeros would not do: some decoders refuse a picture whose EXIF they cannot read. */
    private static final byte[] EMPTY_EXIF = {0, 0, 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0};

    private int boxes;
    private long width;
    private long height;
    private long frames = 1;
    private boolean turned;

    private final List<AvifItems> metas = new ArrayList<>();

    /** Boxes for extensions, for users' data and for nothing; any program may keep something there. */
    private final List<Range> hidden = new ArrayList<>();

    /** Behind the last box. What follows belongs to no picture. */
    private long end;

    /** @param end may lie behind the end of what it is in */
    private record Box(String name, long end) {}

    @Override
    public FileStructure inspect(ImageBytes in) throws IOException, ImageRefusedException {
        readFile(in);
        overwritten(); // refused now rather than when it is stripped
        if (width == 0 || height == 0) {
            throw ImageRefusedException.damaged("The AVIF does not give its size.");
        }
        return new FileStructure(
                ImageType.AVIF,
                (int) (turned ? height : width),
                (int) (turned ? width : height),
                (int) Math.min(frames, Integer.MAX_VALUE),
                false,
                MetadataBlocks.NONE);
    }

    /** Overwrites metadata in place with nothing, since boxes name where in the file the others are. */
    @Override
    public void strip(ImageBytes in, OutputStream out, byte[] exif) throws IOException, ImageRefusedException {
        readFile(in);
        var overwritten = overwritten();
        overwritten.sort(Comparator.comparingLong(Range::start));
        in.seek(0);
        for (var range : overwritten) {
            if (range.end() > in.position()) {
                in.copy(Math.max(0, range.start() - in.position()), out);
                long left = range.end() - in.position();
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
        in.copy(end - in.position(), out);
    }

    private List<Range> overwritten() throws ImageRefusedException {
        var overwritten = new ArrayList<>(hidden);
        var pictures = new ArrayList<Range>();
        for (var items : metas) {
            overwritten.addAll(items.metadata());
            pictures.addAll(items.pictures());
        }
        for (var ranges : List.of(overwritten, pictures)) {
            if (ranges.stream().anyMatch(range -> range.end() > end)) {
                throw ImageRefusedException.truncated();
            }
        }
        AvifItems.requireApart(overwritten, pictures);
        return overwritten;
    }

    private void readFile(ImageBytes in) throws IOException, ImageRefusedException {
        long size = in.remaining();
        while (in.position() + 8 <= size) {
            var box = box(in, size);
            if (box.end < in.position() || box.end > size) {
                if (PARTS.contains(box.name) || metas.isEmpty()) {
                    throw ImageRefusedException.truncated();
                }
                return; // such as a camera's own data behind the picture
            }
            if (PARTS.contains(box.name)) {
                readBox(in, box, null);
            } else {
                hide(in, box);
            }
            in.skip(box.end - in.position());
            end = box.end;
        }
    }

    /** @param items of the box {@code meta} that it is in; null if it is in none */
    private void readBoxes(ImageBytes in, long end, AvifItems items) throws IOException, ImageRefusedException {
        while (in.position() + 8 <= end) {
            var box = box(in, end);
            if (box.end < in.position() || box.end > end) {
                throw ImageRefusedException.truncated();
            }
            readBox(in, box, items);
            in.skip(box.end - in.position());
        }
    }

    private void readBox(ImageBytes in, Box box, AvifItems items) throws IOException, ImageRefusedException {
        switch (box.name) {
            case "meta" -> {
                in.skip(4);
                var own = new AvifItems();
                metas.add(own);
                if (metas.size() > MAX_METAS) {
                    throw tooManyParts();
                }
                readBoxes(in, box.end, own);
            }
            case "iprp", "ipco", "moov", "trak", "mdia", "minf", "stbl" -> readBoxes(in, box.end, items);
            case "uuid", "udta", "ilst", "keys", "free", "skip" -> hide(in, box);
            case "ispe" -> readSize(in);
            case "stsz", "stz2" -> {
                in.skip(8);
                frames = Math.max(frames, in.u32());
            }
            case "irot" -> turned |= (in.u8() & 1) == 1;
            default -> {
                if (items != null) {
                    readItems(in, box, items);
                } else if (box.name.equals("hdlr")) {
                    requirePictures(in);
                }
            }
        }
    }

    /** A track of another kind may tell where each frame was made. */
    private static void requirePictures(ImageBytes in) throws IOException, ImageRefusedException {
        in.skip(8);
        if (!PICTURE_TRACKS.contains(in.fourCharacters())) {
            throw ImageRefusedException.unsupported(
                    "The AVIF has tracks that are no pictures, such as sound; upload it as a video instead.");
        }
    }

    private static void readItems(ImageBytes in, Box box, AvifItems items) throws IOException, ImageRefusedException {
        switch (box.name) {
            case "iinf" -> items.readTypes(in, box.end);
            case "iloc" -> items.readPlaces(in, box.end);
            case "idat" -> items.data(new Range(in.position(), box.end - in.position()));
            default -> {}
        }
    }

    private void hide(ImageBytes in, Box box) {
        if (box.end > in.position()) {
            hidden.add(new Range(in.position(), box.end - in.position()));
        }
    }

    /** The file is then at the content. */
    private Box box(ImageBytes in, long end) throws IOException, ImageRefusedException {
        if (++boxes > MAX_BOXES) {
            throw tooManyParts();
        }
        long start = in.position();
        long length = in.u32();
        var name = in.fourCharacters();
        if (length == 1) {
            length = in.remaining() < 8 ? Long.MAX_VALUE : in.u32() << 32 | in.u32();
        }
        return new Box(name, length == 0 ? end : start + length);
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

    private static ImageRefusedException tooManyParts() {
        return ImageRefusedException.damaged("The AVIF has too many parts.");
    }
}
