package io.masthead.media.image;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fields of IPTC-IIM, each a mark, two numbers, a length and content. Read here, since metadata-extractor copies all
 * values of a field for each that is added, and a block has room for a million of them.
 */
final class IptcFields {

    /** Of one field; only keywords have more than one value. */
    private static final int MAX_VALUES = 500;

    private static final int MARK = 0x1c;
    private static final int HEADER = 5;

    private final Map<Integer, List<byte[]>> values = new HashMap<>();

    /** What had been read before a fault stays. */
    void read(ByteBuffer in) {
        while (in.remaining() >= HEADER && in.get() == MARK) {
            int field = in.getShort() & 0xffff;
            int length = in.getShort() & 0xffff;
            if (length > in.remaining()) {
                return; // or a length of more than two bytes, which no text has
            }
            var all = values.computeIfAbsent(field, none -> new ArrayList<>());
            if (length > 0 && length <= ParsedMetadata.MAX_TEXT * 4 && all.size() < MAX_VALUES) {
                var content = new byte[length];
                in.get(content);
                all.add(content);
            } else {
                in.position(in.position() + length);
            }
        }
    }

    /** @param field the number of its record, times 256, and its own */
    List<byte[]> values(int field) {
        return values.getOrDefault(field, List.of());
    }
}
