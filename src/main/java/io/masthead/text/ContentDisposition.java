package io.masthead.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A Content-Disposition (RFC 6266), of which the name of the file matters. Headers are read as ISO 8859-1. */
public final class ContentDisposition {

    private static final int MAX_LENGTH = 8_000;

    private static final Pattern TYPE = Pattern.compile("\\s*+[\\w-]++\\s*+");
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*+([\\w*-]++)\\s*+=\\s*+(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s;\"]++))\\s*+");

    private ContentDisposition() {}

    /**
     * The parameter {@code filename*} (RFC 8187), or else {@code filename}.
     *
     * @param header null if it is absent
     * @return empty if it is absent or malformed, or has no name
     */
    public static Optional<String> fileName(String header) {
        var parameters = header == null || header.length() > MAX_LENGTH ? null : parameters(header);
        if (parameters == null) {
            return Optional.empty();
        }
        var extended = parameters.get("filename*");
        return (extended == null ? Optional.ofNullable(parameters.get("filename")) : decoded(extended))
                .filter(name -> !name.isBlank());
    }

    /**
     * Parameters as they come from clients of all kinds: with blanks outside of quotes, backslashes of a path, or
     * quotes that are never closed. Of those given twice the first counts.
     *
     * @param header null if it is absent
     * @return values by names in lower case; {@code filename*} is decoded, and left out if it cannot be
     */
    public static Map<String, String> lenientParameters(String header) {
        var parameters = new HashMap<String, String>();
        if (header == null || header.length() > MAX_LENGTH) {
            return parameters;
        }
        int equals = header.indexOf('=');
        for (int at = header.indexOf(';'); at >= 0 && equals >= 0; ) {
            equals = equals < at ? header.indexOf('=', at) : equals;
            int next = header.indexOf(';', at + 1);
            if (equals < 0 || (next >= 0 && next < equals)) {
                at = next; // a word without a value
                continue;
            }
            var name = header.substring(at + 1, equals).strip().toLowerCase(Locale.ROOT);
            int start = equals + 1;
            while (start < header.length() && header.charAt(start) == ' ') {
                start++;
            }
            var value = new StringBuilder();
            at = header.indexOf(';', readValue(header, start, value));
            if (name.endsWith("*")) {
                decoded(value.toString()).ifPresent(text -> parameters.putIfAbsent(name, text));
            } else {
                parameters.putIfAbsent(name, utf8(value.toString()));
            }
        }
        return parameters;
    }

    /** @return where it ends */
    private static int readValue(String header, int start, StringBuilder value) {
        if (start >= header.length() || header.charAt(start) != '"') {
            int end = header.indexOf(';', start);
            value.append(
                    header.substring(start, end < 0 ? header.length() : end).strip());
            return end < 0 ? header.length() : end;
        }
        int i = start + 1;
        for (; i < header.length() && header.charAt(i) != '"'; i++) {
            boolean escapes = header.startsWith("\\\"", i) || header.startsWith("\\\\", i);
            value.append(header.charAt(escapes ? ++i : i));
        }
        return i;
    }

    /** Null for a malformed header. */
    private static Map<String, String> parameters(String header) {
        var type = TYPE.matcher(header);
        if (!type.lookingAt()) {
            return null;
        }
        var parameters = new HashMap<String, String>();
        var parameter = PARAMETER.matcher(header).region(type.end(), header.length());
        while (parameter.lookingAt()) {
            var quoted = parameter.group(2);
            parameters.putIfAbsent(
                    parameter.group(1).toLowerCase(Locale.ROOT),
                    quoted == null ? parameter.group(3) : utf8(quoted.replaceAll("\\\\(.)", "$1")));
            parameter.region(parameter.end(), header.length());
        }
        return parameter.regionStart() == header.length() ? parameters : null;
    }

    /** Clients send UTF-8. */
    private static String utf8(String read) {
        try {
            return decode(read.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return read;
        }
    }

    /** {@code UTF-8'en'a%20b}. */
    private static Optional<String> decoded(String extended) {
        var parts = extended.split("'", 3);
        var charset = charset(parts[0]);
        if (parts.length < 3 || charset == null) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.allocate(parts[2].length());
        try {
            for (int i = 0; i < parts[2].length(); i++) {
                char c = parts[2].charAt(i);
                if (c == '%') {
                    bytes.put((byte) Integer.parseInt(parts[2], i + 1, i + 3, 16));
                    i += 2;
                } else {
                    bytes.put((byte) c);
                }
            }
            return Optional.of(decode(Arrays.copyOf(bytes.array(), bytes.position()), charset));
        } catch (IndexOutOfBoundsException | NumberFormatException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Null for an unknown one. */
    private static Charset charset(String name) {
        if (name.equalsIgnoreCase("UTF-8")) {
            return StandardCharsets.UTF_8;
        }
        return name.equalsIgnoreCase("ISO-8859-1") ? StandardCharsets.ISO_8859_1 : null;
    }

    private static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
