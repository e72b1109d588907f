package io.masthead.api.v1.media;

import io.masthead.kernel.CmsException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The name of a file in a Content-Disposition (RFC 6266). */
final class ContentDisposition {

    private static final int MAX_LENGTH = 8_000;

    private static final Pattern TYPE = Pattern.compile("\\s*+[\\w-]++\\s*+");
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*+([\\w*-]++)\\s*+=\\s*+(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s;\"]++))\\s*+");

    private ContentDisposition() {}

    /**
     * The parameter {@code filename*} (RFC 8187), or else {@code filename}.
     *
     * @param header null if it is absent
     * @throws CmsException if it is absent, malformed, or has no name
     */
    static String fileName(String header) {
        var parameters = header == null || header.length() > MAX_LENGTH ? null : parameters(header);
        if (parameters == null) {
            throw refused();
        }
        var extended = parameters.get("filename*");
        var name = extended == null ? parameters.get("filename") : decoded(extended);
        if (name == null || name.isBlank()) {
            throw refused();
        }
        return name;
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

    /** Headers are read as ISO 8859-1, and clients send UTF-8. */
    private static String utf8(String read) {
        try {
            return decode(read.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return read;
        }
    }

    /** {@code UTF-8'en'a%20b}. */
    private static String decoded(String extended) {
        var parts = extended.split("'", 3);
        if (parts.length < 3) {
            throw refused();
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
            return decode(Arrays.copyOf(bytes.array(), bytes.position()), charset(parts[0]));
        } catch (IndexOutOfBoundsException | NumberFormatException | CharacterCodingException e) {
            throw refused();
        }
    }

    private static Charset charset(String name) {
        if (name.equalsIgnoreCase("UTF-8")) {
            return StandardCharsets.UTF_8;
        }
        if (name.equalsIgnoreCase("ISO-8859-1")) {
            return StandardCharsets.ISO_8859_1;
        }
        throw refused();
    }

    private static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static CmsException refused() {
        return CmsException.parameter(
                "Content-Disposition",
                "invalid_header",
                "Name the file: Content-Disposition: attachment; filename=\"ferry.jpg\" (RFC 6266), or send a form"
                        + " (multipart/form-data).");
    }
}
