package io.masthead.imports.wxr;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Parses values written by PHP's {@code serialize()}, as WordPress stores arrays in custom fields. The format
 * is that of the PHP manual, in which the length of a string is in bytes of UTF-8.
 *
 * <p>Only values are read: strings, integers, finite numbers, booleans, null and arrays of them. Objects and
 * references are refused, and nothing is ever instantiated by name.
 */
public final class PhpSerialized {

    private static final int MAX_CHARACTERS = 1024 * 1024;
    private static final int MAX_DEPTH = 32;
    private static final int MAX_NUMBER = 40;

    private final byte[] bytes;
    private int at;

    private PhpSerialized(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The value as String, Long, Double, Boolean, List (an array with the keys 0, 1, 2…, in this order) or Map
     * with String keys in the order of the file; lists and maps are immutable and may contain null.
     *
     * @return empty if the text is not such a value, is longer than 1 Mi characters, nested more than 32 deep,
     *     or is null itself ({@code N;})
     */
    public static Optional<Object> parse(String text) {
        if (text.length() > MAX_CHARACTERS) {
            return Optional.empty();
        }
        var reader = new PhpSerialized(text.getBytes(StandardCharsets.UTF_8));
        try {
            var value = reader.value(0);
            return reader.at == reader.bytes.length ? Optional.ofNullable(value) : Optional.empty();
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    private Object value(int depth) throws Malformed {
        byte type = next();
        if (type == 'N') {
            expect(';');
            return null;
        }
        expect(':');
        return switch (type) {
            case 'b' -> bool();
            case 'i' -> integer(upTo(';'));
            case 'd' -> real(upTo(';'));
            case 's' -> {
                var string = string();
                expect(';');
                yield string;
            }
            case 'a' -> array(depth + 1);
            default -> throw new Malformed();
        };
    }

    private boolean bool() throws Malformed {
        return switch (upTo(';')) {
            case "0" -> false;
            case "1" -> true;
            default -> throw new Malformed();
        };
    }

    private static long integer(String digits) throws Malformed {
        try {
            if (!digits.startsWith("+")) {
                return Long.parseLong(digits);
            }
        } catch (NumberFormatException e) {
            throw new Malformed(e);
        }
        throw new Malformed();
    }

    /** INF and NAN are refused, since JSON, in which values are stored, cannot represent them. */
    private static double real(String digits) throws Malformed {
        if (!digits.matches("-?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]+)?")) {
            throw new Malformed();
        }
        double real = Double.parseDouble(digits);
        if (Double.isInfinite(real)) {
            throw new Malformed();
        }
        return real;
    }

    private String string() throws Malformed {
        int length = size(upTo(':'));
        expect('"');
        if (length > bytes.length - at) {
            throw new Malformed();
        }
        try {
            // Strict: a length that ends within a character is wrong.
            var string = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, at, length))
                    .toString();
            at += length;
            expect('"');
            return string;
        } catch (CharacterCodingException e) {
            throw new Malformed(e);
        }
    }

    private Object array(int depth) throws Malformed {
        if (depth > MAX_DEPTH) {
            throw new Malformed();
        }
        int size = size(upTo(':'));
        expect('{');
        // Not sized by the declared length: twenty bytes may declare 2,147,483,647 entries.
        Map<String, Object> entries = new LinkedHashMap<>();
        boolean list = true;
        for (int i = 0; i < size; i++) {
            var key = value(depth);
            list &= Long.valueOf(i).equals(key);
            if (!(key instanceof Long || key instanceof String)) {
                throw new Malformed();
            }
            entries.put(key.toString(), value(depth));
        }
        expect('}');
        if (list) {
            List<Object> values = new ArrayList<>(entries.values());
            return Collections.unmodifiableList(values);
        }
        return Collections.unmodifiableMap(entries);
    }

    private static int size(String digits) throws Malformed {
        long size = integer(digits);
        if (size < 0 || size > Integer.MAX_VALUE) {
            throw new Malformed();
        }
        return (int) size;
    }

    private String upTo(char end) throws Malformed {
        int start = at;
        while (next() != end) {
            if (at - start > MAX_NUMBER) {
                throw new Malformed();
            }
        }
        return new String(bytes, start, at - 1 - start, StandardCharsets.US_ASCII);
    }

    private void expect(char expected) throws Malformed {
        if (next() != expected) {
            throw new Malformed();
        }
    }

    private byte next() throws Malformed {
        if (at >= bytes.length) {
            throw new Malformed();
        }
        return bytes[at++];
    }

    /** Without a stack trace: most custom fields are plain text, and fail this way. */
    private static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        Malformed() {
            this(null);
        }

        Malformed(Exception cause) {
            super(null, cause, false, false);
        }
    }
}
