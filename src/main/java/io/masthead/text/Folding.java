package io.masthead.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Set;

/** Makes titles comparable where the database has no collation that both databases share. */
public final class Folding {

    /** The longest key, in code points. */
    public static final int MAX_LENGTH = 200;

    /** What lies behind is not looked at: a long row of accents is dear to put in order. */
    private static final int MAX_READ = 10 * MAX_LENGTH;

    private static final Set<Character.UnicodeBlock> ACCENTS =
            Set.of(
                    Character.UnicodeBlock.COMBINING_DIACRITICAL_MARKS,
                    Character.UnicodeBlock.COMBINING_DIACRITICAL_MARKS_SUPPLEMENT,
                    Character.UnicodeBlock.COMBINING_DIACRITICAL_MARKS_EXTENDED);

    private Folding() {}

    /** A sort key: compatibility form, without accents and case, trimmed; compare by code point. */
    public static String key(String title) {
        var folded = new StringBuilder();
        decompose(fold(decompose(TextRules.first(title.strip(), MAX_READ))))
                .codePoints()
                .filter(c -> !isAccent(c))
                .forEach(c -> folded.append(LatinLetters.plain(c)));
        return TextRules.first(folded.toString().strip(), MAX_LENGTH).strip();
    }

    /** Upper case first: only so do ß and SS, or the two small sigmas, meet. */
    private static String fold(String value) {
        var folded = new StringBuilder(value.length());
        value.toUpperCase(Locale.ROOT)
                .codePoints()
                .map(Character::toLowerCase)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static String decompose(String value) {
        return Normalizer.normalize(value, Form.NFKD);
    }

    /** Accents only: the vowel signs of Indic scripts are marks too, and carry meaning. */
    private static boolean isAccent(int c) {
        var block = Character.UnicodeBlock.of(c);
        return block != null && ACCENTS.contains(block);
    }
}
