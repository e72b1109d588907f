package io.masthead.imports.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name of a file in an archive: it decides whether the file is an export, and is shown. It is never opened. */
final class EntryName {

    /** In characters. */
    static final int MAX = 1_000;

    private static final int MAX_SHOWN = 150;

    /** Control characters, and those that change the direction of what is shown. */
    private static final Pattern UNSHOWABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    /** What macOS adds to its archives. */
    private static final String MACOS = "__MACOSX";

    private EntryName() {}

    /**
     * Many programs write UTF-8 without saying so.
     *
     * @param read as ISO 8859-1, unless the archive says that it is UTF-8
     */
    static String decoded(String read) {
        if (!StandardCharsets.ISO_8859_1.newEncoder().canEncode(read)) {
            return read;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(read.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return read;
        }
    }

    /** Whether it ends with {@code .xml}, and neither it nor a folder above it is hidden. */
    static boolean isExport(String name) {
        int start = 0;
        for (int end = slash(name, start); end >= 0; end = slash(name, start)) {
            if (isHidden(name.substring(start, end))) {
                return false;
            }
            start = end + 1;
        }
        var last = name.substring(start);
        return !isHidden(last) && last.toLowerCase(Locale.ROOT).endsWith(".xml");
    }

    static String shown(String name) {
        var clean = UNSHOWABLE.matcher(name).replaceAll("?");
        int length = clean.codePointCount(0, clean.length());
        return length <= MAX_SHOWN ? clean : "…" + clean.substring(clean.offsetByCodePoints(0, length - MAX_SHOWN));
    }

    private static boolean isHidden(String segment) {
        return segment.equals(MACOS) || (segment.startsWith(".") && !segment.equals(".") && !segment.equals(".."));
    }

    /** Some archives have backslashes. */
    private static int slash(String name, int from) {
        for (int i = from; i < name.length(); i++) {
            if (name.charAt(i) == '/' || name.charAt(i) == '\\') {
                return i;
            }
        }
        return -1;
    }
}
