package io.masthead.media.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes EXIF as a camera does: a main directory, one of the exposure and one of the place. */
final class TestExif {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry(int tag, int type, int count, byte[] value) {}

    private final List<Entry> main = new ArrayList<>();
    private final List<Entry> exposure = new ArrayList<>();
    private final List<Entry> place = new ArrayList<>();

    TestExif orientation(int value) {
        return number(main, 0x0112, value);
    }

    TestExif text(int tag, String value) {
        return text(main, tag, value);
    }

    TestExif exposureText(int tag, String value) {
        return text(exposure, tag, value);
    }

    TestExif iso(int value) {
        return number(exposure, 0x8827, value);
    }

    TestExif fraction(int tag, int numerator, int denominator) {
        exposure.add(new Entry(
                tag,
                5,
                1,
                ByteBuffer.allocate(8).putInt(numerator).putInt(denominator).array()));
        return this;
    }

    /** 48° 51' north. */
    TestExif latitude() {
        text(place, 1, "N");
        place.add(new Entry(
                2,
                5,
                3,
                ByteBuffer.allocate(24)
                        .putInt(48)
                        .putInt(1)
                        .putInt(51)
                        .putInt(1)
                        .putInt(0)
                        .putInt(1)
                        .array()));
        return this;
    }

    byte[] bytes() {
        int start = 8;
        if (!exposure.isEmpty()) {
            main.add(new Entry(0x8769, 4, 1, new byte[4]));
        }
        if (!place.isEmpty()) {
            main.add(new Entry(0x8825, 4, 1, new byte[4]));
        }
        int exposureStart = start + size(main);
        int placeStart = exposureStart + (exposure.isEmpty() ? 0 : size(exposure));
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8});
        out.writeBytes(directory(main, start, exposureStart, placeStart));
        if (!exposure.isEmpty()) {
            out.writeBytes(directory(exposure, exposureStart, 0, 0));
        }
        if (!place.isEmpty()) {
            out.writeBytes(directory(place, placeStart, 0, 0));
        }
        return out.toByteArray();
    }

    private TestExif text(List<Entry> directory, int tag, String value) {
        var bytes = (value + "\0").getBytes(StandardCharsets.UTF_8);
        directory.add(new Entry(tag, 2, bytes.length, bytes));
        return this;
    }

    private TestExif number(List<Entry> directory, int tag, int value) {
        directory.add(new Entry(
                tag, 3, 1, ByteBuffer.allocate(4).putShort((short) value).array()));
        return this;
    }

    private static int size(List<Entry> entries) {
        return 2
                + entries.size() * 12
                + 4
                + entries.stream()
                        .mapToInt(entry -> entry.value.length > 4 ? entry.value.length : 0)
                        .sum();
    }

    private static byte[] directory(List<Entry> entries, int start, int exposureStart, int placeStart) {
        var buffer = ByteBuffer.allocate(size(entries)).putShort((short) entries.size());
        var values = new ByteArrayOutputStream();
        int valuesStart = start + 2 + entries.size() * 12 + 4;
        entries.sort(Comparator.comparingInt(Entry::tag));
        for (var entry : entries) {
            buffer.putShort((short) entry.tag).putShort((short) entry.type).putInt(entry.count);
            if (entry.tag == 0x8769) {
                buffer.putInt(exposureStart);
            } else if (entry.tag == 0x8825) {
                buffer.putInt(placeStart);
            } else if (entry.value.length <= 4) {
                buffer.put(entry.value).put(new byte[4 - entry.value.length]);
            } else {
                buffer.putInt(valuesStart + values.size());
                values.writeBytes(entry.value);
            }
        }
        return buffer.putInt(0).put(values.toByteArray()).array();
    }
}
