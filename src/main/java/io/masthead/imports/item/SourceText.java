package io.masthead.imports.item;

import io.masthead.text.Slugs;
import io.masthead.text.TextRules;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Converts texts of an export into storable form. */
public final class SourceText {

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
        if (Slugs.isValid(decoded)) {
            return Optional.of(decoded);
        }
        return Optional.of(Slugs.from(decoded)).filter(slug -> !slug.isEmpty());
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
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            return text; // not made by WordPress, so the percent signs are literal
        }
    }

    private static boolean isHex(String text, int at) {
        return HexFormat.isHexDigit(text.charAt(at)) && HexFormat.isHexDigit(text.charAt(at + 1));
    }
}
