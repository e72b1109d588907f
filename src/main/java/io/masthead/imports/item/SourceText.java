package io.masthead.imports.item;

import io.masthead.text.Slugs;
import io.masthead.text.TextRules;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Converts texts of an export into storable form. */
public final class SourceText {

    /** Stands for octets that are no character. */
    private static final char REPLACEMENT = '\uFFFD';

    private static final Pattern END_OF_CUT = Pattern.compile("[\uFFFD-]+$");

    private SourceText() {}

    /** Without NUL and unpaired surrogates, which databases refuse. */
    public static String storable(String text) {
        if (TextRules.isStorable(text)) {
            return text;
        }
        var kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c != 0 && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** The first code points of a text. */
    public static String fitted(String text, int max) {
        return TextRules.codePoints(text) <= max ? text : text.substring(0, text.offsetByCodePoints(0, max));
    }

    /** Storable, and cut to the maximum. */
    public static String of(String text, int max) {
        return fitted(storable(text), max);
    }

    /** A slug as WordPress stores it, percent-encoded beyond ASCII; empty if nothing is left. */
    public static Optional<String> slug(String wordpress) {
        var decoded = storable(decoded(wordpress));
        if (isKept(decoded)) {
            return Optional.of(decoded);
        }
        // WordPress cuts long slugs inside a character.
        var whole = END_OF_CUT.matcher(decoded).replaceFirst("");
        return isKept(whole)
                ? Optional.of(whole)
                : Optional.of(Slugs.from(decoded)).filter(slug -> !slug.isEmpty());
    }

    private static boolean isKept(String slug) {
        return Slugs.isValid(slug) && slug.indexOf(REPLACEMENT) < 0;
    }

    /** The decoded slug that the content had, if {@link #slug} had to change it. */
    public static Optional<String> changedSlug(String wordpress) {
        var decoded = storable(decoded(wordpress));
        return decoded.isEmpty() || decoded.indexOf('/') >= 0 || TextRules.codePoints(decoded) > Slugs.MAX_LENGTH
                ? Optional.empty()
                : Optional.of(decoded)
                        .filter(former -> slug(wordpress).filter(former::equals).isEmpty());
    }

    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var bytes = ByteBuffer.allocate(text.length() * 4);
        for (int i = 0; i < text.length(); ) {
            if (text.charAt(i) == '%' && i + 2 < text.length() && isHex(text, i + 1)) {
                bytes.put((byte) HexFormat.fromHexDigits(text, i + 1, i + 3));
                i += 3;
            } else {
                int c = text.codePointAt(i);
                bytes.put(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(c);
            }
        }
        return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
    }

    private static boolean isHex(String text, int at) {
        return HexFormat.isHexDigit(text.charAt(at)) && HexFormat.isHexDigit(text.charAt(at + 1));
    }
}
