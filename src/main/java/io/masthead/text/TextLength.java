package io.masthead.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * How long a text is for its readers.
 *
 * @param words the number of words; of characters without spaces where most letters belong to a script that does not
 *     separate words, such as Chinese or Japanese
 * @param minutes the time to read it, rounded up: 0 only without words
 */
public record TextLength(int words, int minutes) {

    private static final int WORDS_A_MINUTE = 200;
    private static final int CHARACTERS_A_MINUTE = 500;

    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.TIBETAN);

    /** The first letter of these scripts; most letters of others come before it. */
    private static final int FIRST_WITHOUT_SPACES = 0x0E01;

    /**
     * Counts as WordPress' {@code wp_word_count} does: tokens between blanks that are not punctuation, signs or digits
     * alone ({@code words}), or characters ({@code characters_excluding_spaces}). WordPress chooses by the language of
     * the site, this by the text.
     *
     * @param plain plain text
     */
    public static TextLength of(String plain) {
        int words = 0;
        int characters = 0;
        int spaced = 0;
        int unspaced = 0;
        boolean inWord = false;
        for (int i = 0, c; i < plain.length(); i += Character.charCount(c)) {
            c = plain.codePointAt(i);
            if (isBlank(c) || isDash(plain, i)) {
                inWord = false;
            } else if (!inWord && !isSign(c)) {
                inWord = true;
                words++;
            }
            characters += isBlank(c) ? 0 : 1;
            if (Character.isLetter(c)) {
                var isUnspaced = c >= FIRST_WITHOUT_SPACES && WITHOUT_SPACES.contains(UnicodeScript.of(c));
                unspaced += isUnspaced ? 1 : 0;
                spaced += isUnspaced ? 0 : 1;
            }
        }
        return unspaced > spaced ? of(characters, CHARACTERS_A_MINUTE) : of(words, WORDS_A_MINUTE);
    }

    private static TextLength of(int count, int aMinute) {
        return new TextLength(count, (count + aMinute - 1) / aMinute);
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** A long dash, or two hyphens for one, which separates words. */
    private static boolean isDash(String text, int at) {
        return text.charAt(at) == 0x2014 || text.startsWith("--", at);
    }

    /** What WordPress removes before it counts words: ASCII signs and digits, Latin-1 signs, punctuation and symbols. */
    private static boolean isSign(int c) {
        return (c >= 0x21 && c <= 0x40)
                || (c >= 0x5B && c <= 0x60)
                || (c >= 0x7B && c <= 0x7E)
                || (c >= 0x80 && c <= 0xBF)
                || c == 0xD7
                || c == 0xF7
                || (c >= 0x2000 && c <= 0x2BFF)
                || (c >= 0x2E00 && c <= 0x2E7F);
    }
}
