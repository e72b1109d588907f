package io.masthead.text;

import java.util.Map;

/** Latin letters that Unicode does not decompose, and their plain forms. */
final class LatinLetters {

    private static final Map<Integer, String> PLAIN = Map.ofEntries(
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'ŧ', "t"),
            Map.entry((int) 'ŋ', "n"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) 'ĸ', "k"),
            Map.entry((int) 'ə', "e"),
            Map.entry((int) 'ɛ', "e"),
            Map.entry((int) 'ɔ', "o"),
            Map.entry((int) 'ɓ', "b"),
            Map.entry((int) 'ɗ', "d"),
            Map.entry((int) 'ɖ', "d"),
            Map.entry((int) 'ɣ', "g"),
            Map.entry((int) 'ƙ', "k"),
            Map.entry((int) 'ƴ', "y"),
            Map.entry((int) 'ƒ', "f"));

    private LatinLetters() {}

    /** The plain form of a lower-case letter; the letter itself if there is none. */
    static String plain(int codePoint) {
        var plain = PLAIN.get(codePoint);
        return plain == null ? Character.toString(codePoint) : plain;
    }
}
