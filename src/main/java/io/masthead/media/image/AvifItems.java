package io.masthead.media.image;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which items a box {@code meta} of an AVIF file has, and where (the boxes {@code iinf} and {@code iloc} of ISO
 * 14496-12): pictures, and what is written of these.
 */
final class AvifItems {

    /** Pictures, put together from others or as they are; all other types are metadata. */
    private static final Set<String> PICTURES =
            Set.of("av01", "grid", "iovl", "iden", "tmap", "sato", "jpeg", "hvc1", "unci", "mski");

    /** Items, and pieces of them, each in both lists. A picture has a few dozen, one of a grid some hundreds. */
    private static final int MAX_ITEMS = 10_000;

    private static final int IN_FILE = 0;
    private static final int IN_DATA_BOX = 1;

    private record Extent(int method, long start, long length) {}

    /** Items that are metadata; true for EXIF. */
    private final Map<Long, Boolean> described = new HashMap<>();

    private final Map<Long, List<Extent>> places = new HashMap<>();
    private Range data;
    private int types;
    private int placed;

    void data(Range content) {
        data = content;
    }

    /** @param in at the content of {@code iinf} */
    void readTypes(ImageBytes in, long end) throws IOException, ImageRefusedException {
        int version = in.u8();
        in.skip(3);
        in.skip(version == 0 ? 2 : 4);
        while (in.position() + 8 <= end) {
            long start = in.position();
            long boxEnd = start + in.u32();
            if (++types > MAX_ITEMS) {
                throw notUnderstood();
            }
            var name = in.fourCharacters();
            int entryVersion = in.u8();
            in.skip(3);
            if (!name.equals("infe") || entryVersion < 2 || entryVersion > 3 || boxEnd > end) {
                throw notUnderstood();
            }
            long item = entryVersion == 2 ? in.u16() : in.u32();
            in.skip(2);
            var type = in.fourCharacters();
            if (!PICTURES.contains(type)) {
                described.put(item, type.equals("Exif"));
            }
            in.skip(boxEnd - in.position());
        }
    }

    /** @param in at the content of {@code iloc} */
    void readPlaces(ImageBytes in, long end) throws IOException, ImageRefusedException {
        int version = in.u8();
        in.skip(3);
        int sizes = in.u16();
        int indexSize = version == 0 ? 0 : sizes & 15;
        long count = version < 2 ? in.u16() : in.u32();
        for (long i = 0; i < count; i++) {
            long item = version < 2 ? in.u16() : in.u32();
            int method = version == 0 ? IN_FILE : in.u16() & 15;
            boolean elsewhere = in.u16() != 0;
            long base = number(in, sizes >> 4 & 15);
            int parts = in.u16();
            countPlaced(in, end);
            var all = places.computeIfAbsent(item, none -> new ArrayList<>());
            for (int part = 0; part < parts; part++) {
                number(in, indexSize);
                long offset = number(in, sizes >> 12);
                long length = number(in, sizes >> 8 & 15);
                countPlaced(in, end);
                long from = base + offset;
                if (base < 0 || offset < 0 || length < 0 || from < 0 || from + length < 0) {
                    throw notUnderstood();
                }
                // -1 is refused if it is metadata; a picture may lie where it wants.
                all.add(new Extent(elsewhere ? -1 : method, from, length));
            }
        }
    }

    /** Also what takes no bytes of the file is counted, so that a short list does not grow without end. */
    private void countPlaced(ImageBytes in, long end) throws ImageRefusedException {
        if (++placed > MAX_ITEMS || in.position() > end) {
            throw notUnderstood();
        }
    }

    /**
     * Where the items are that are no pictures.
     *
     * @throws ImageRefusedException if it cannot be told, so that they cannot be taken out
     */
    List<Range> metadata() throws ImageRefusedException {
        var ranges = new ArrayList<Range>();
        for (var item : described.entrySet()) {
            var all = places.getOrDefault(item.getKey(), List.of());
            if (all.isEmpty()) {
                throw notUnderstood();
            }
            boolean begins = item.getValue();
            for (var extent : all) {
                if (!isFound(extent)) {
                    throw notUnderstood();
                }
                ranges.add(range(extent, begins));
                begins = false;
            }
        }
        return ranges;
    }

    /** Where the pictures are, as far as it can be told. */
    List<Range> pictures() {
        return places.entrySet().stream()
                .filter(item -> !described.containsKey(item.getKey()))
                .flatMap(item -> item.getValue().stream())
                .filter(this::isFound)
                .map(extent -> range(extent, false))
                .toList();
    }

    /** Whether it is in this file, and not empty. */
    private boolean isFound(Extent extent) {
        if (extent.length == 0) {
            return false;
        }
        return switch (extent.method) {
            case IN_FILE -> true;
            case IN_DATA_BOX ->
                data != null && extent.start <= data.length() && extent.length <= data.length() - extent.start;
            default -> false;
        };
    }

    private Range range(Extent extent, boolean exif) {
        long before = extent.method == IN_DATA_BOX ? data.start() : 0;
        return new Range(before + extent.start, extent.length, exif);
    }

    /**
     * @param metadata to be overwritten
     * @throws ImageRefusedException if that would overwrite a part of a picture
     */
    static void requireApart(List<Range> metadata, List<Range> pictures) throws ImageRefusedException {
        var left = sorted(metadata);
        var kept = sorted(pictures);
        long metadataEnd = 0;
        long picturesEnd = 0;
        while (!left.isEmpty() && !kept.isEmpty()) {
            boolean isMetadata = left.peek().start() <= kept.peek().start();
            var next = isMetadata ? left.remove() : kept.remove();
            if (next.start() < (isMetadata ? picturesEnd : metadataEnd)) {
                throw notUnderstood();
            }
            metadataEnd = isMetadata ? Math.max(metadataEnd, next.end()) : metadataEnd;
            picturesEnd = isMetadata ? picturesEnd : Math.max(picturesEnd, next.end());
        }
        if ((!left.isEmpty() && left.peek().start() < picturesEnd)
                || (!kept.isEmpty() && kept.peek().start() < metadataEnd)) {
            throw notUnderstood();
        }
    }

    private static Queue<Range> sorted(List<Range> ranges) {
        return ranges.stream()
                .sorted(Comparator.comparingLong(Range::start))
                .collect(Collectors.toCollection(ArrayDeque::new));
    }

    private static long number(ImageBytes in, int size) throws IOException, ImageRefusedException {
        return switch (size) {
            case 0 -> 0;
            case 4 -> in.u32();
            case 8 -> in.u32() << 32 | in.u32();
            default -> throw notUnderstood();
        };
    }

    private static ImageRefusedException notUnderstood() {
        return ImageRefusedException.unsupported(
                "The AVIF has metadata in a form that cannot be taken out; save it without metadata.");
    }

    /**
     * Bytes of an AVIF file.
     *
     * @param exif whether EXIF begins there
     */
    record Range(long start, long length, boolean exif) {

        Range(long start, long length) {
            this(start, length, false);
        }

        long end() {
            return start + length;
        }
    }
}
