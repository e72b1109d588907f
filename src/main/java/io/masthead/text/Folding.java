package io.masthead.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Folds titles and texts for comparisons, since the two databases share no collation. */
public final class Folding {

    /** The longest key, in code points. */
    public static final int MAX_LENGTH = 200;

    /** The rest is ignored: ordering a long sequence of combining marks is expensive. */
    private static final int MAX_READ = 10 * MAX_LENGTH;

    private static final int FIRST_ACCENTED = 0x80;

    /** The maximum in a row in Unicode's Stream-Safe Text Format (UAX 15). */
    private static final int MOST_MARKS = 30;

    private static final Set<Character.UnicodeBlock> ACCENTS = Set.of(
            Character.UnicodeBlock.COMBINING_DIACRITICAL_MARKS,
            Character.UnicodeBlock.COMBINING_DIACRITICAL_MARKS_SUPPLEMENT,
            Character.UnicodeBlock.COMBINING_DIACRITICAL_MARKS_EXTENDED);

    private Folding() {}

    /** A sort key: compatibility form, without accents and case, trimmed; compared by code point. */
    public static String key(String title) {
        var folded = new StringBuilder();
        plain(TextRules.first(title.strip(), MAX_READ)).forEach(folded::appendCodePoint);
        return TextRules.first(folded.toString().strip(), MAX_LENGTH).strip();
    }

    /**
     * The text that searches compare: folded as a sort key, untruncated, with single spaces between words,
     * without invisible characters, and with keyboard characters for quotes and dashes.
     */
    public static String searchable(String text) {
        var folded = new StringBuilder(text.length());
        // An acute accent alone decomposes into a space and a mark.
        plain(streamSafe(text.replace('\u00b4', '\'')))
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .map(Folding::typed)
                .forEach(c -> {
                    var isSpace = Character.isWhitespace(c) || Character.isSpaceChar(c);
                    if (!isSpace) {
                        folded.appendCodePoint(c);
                    } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                        folded.append(' ');
                    }
                });
        return folded.toString().stripTrailing();
    }

    /** Limits the marks on one letter to what scripts need, since ordering them is expensive. */
    private static String streamSafe(String text) {
        if (isPlain(text)) {
            return text;
        }
        var safe = new StringBuilder(text.length());
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            marks = isMark(c) ? marks + 1 : 0;
            if (marks <= MOST_MARKS) {
                safe.appendCodePoint(c);
            }
        }
        return safe.toString();
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static IntStream plain(String text) {
        if (isPlain(text)) {
            return text.chars().map(Character::toLowerCase);
        }
        return decompose(fold(decompose(text)))
                .codePoints()
                .filter(c -> !isAccent(c))
                .flatMap(Folding::letters);
    }

    private static IntStream letters(int codePoint) {
        return codePoint < FIRST_ACCENTED
                ? IntStream.of(codePoint)
                : LatinLetters.plain(codePoint).codePoints();
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c < FIRST_ACCENTED);
    }

    private static int typed(int c) {
        return switch (c) {
            case '\u2018', '\u2019', '\u201a', '\u201b', '\u2032', '\u02bc', '`', '\u2039', '\u203a' -> '\'';
            case '\u201c', '\u201d', '\u201e', '\u201f', '\u2033', '\u00ab', '\u00bb' -> '"';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
            case '\u00d7' -> 'x';
            default -> c;
        };
    }

    /** Upper case first: only then do ß and SS, or the two small sigmas, become equal. */
    private static String fold(String value) {
        var folded = new StringBuilder(value.length());
        value.toUpperCase(Locale.ROOT).codePoints().map(Character::toLowerCase).forEach(folded::appendCodePoint);
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
