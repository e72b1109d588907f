package io.masthead.post.search;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A search in posts. Case, accents and typographic punctuation are ignored. Protected texts are found only by
 * callers who may read them.
 *
 * @param words all must occur
 * @param excluded none may occur
 * @param phrase the whole text as typed: posts that contain it are the most relevant
 * @param fields where to search
 * @param whole whether a word must equal the whole field
 * @param hidesProtected whether guests find no protected posts at all, not even by title
 */
public record TextSearch(
        List<String> words,
        List<String> excluded,
        String phrase,
        Set<Field> fields,
        boolean whole,
        boolean hidesProtected) {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)(?:\"|$)|[^\\t \",+]+");

    private static final Set<String> WITHOUT_MEANING = Set.of(
            "about", "an", "are", "as", "at", "be", "by", "com", "for", "from", "how", "in", "is", "it", "of", "on",
            "or", "that", "the", "this", "to", "was", "what", "when", "where", "who", "will", "with", "www");

    /** The {@link #words} of a text, in any order and anywhere in a post. */
    public static TextSearch ofWords(String text) {
        return of(words(text), text, EnumSet.allOf(Field.class), false, false);
    }

    /** A search for words; those with a hyphen before them must not occur. */
    public static TextSearch of(
            List<String> words, String phrase, Set<Field> fields, boolean whole, boolean hidesProtected) {
        var excluded = words.stream()
                .filter(TextSearch::isExcluded)
                .map(word -> word.substring(1))
                .toList();
        var wanted = words.stream().filter(word -> !isExcluded(word)).toList();
        return new TextSearch(wanted, excluded, phrase, fields, whole, hidesProtected);
    }

    /**
     * The words of a text as WordPress reads them ({@code WP_Query::parse_search}): quoted ones are a phrase, and
     * single letters and words without meaning do not count, unless there are no others; then the text is one phrase.
     */
    public static List<String> words(String text) {
        var words = new ArrayList<String>();
        var found = WORD.matcher(text);
        while (found.find()) {
            var phrase = found.group(1);
            var word = phrase == null ? found.group() : phrase.strip();
            if (phrase != null ? !word.isEmpty() : counts(word)) {
                words.add(word);
            }
        }
        return words.isEmpty() ? List.of(text) : words;
    }

    private static boolean isExcluded(String word) {
        return word.length() > 1 && word.startsWith("-");
    }

    private static boolean counts(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        var isLetter = lower.length() == 1 && lower.charAt(0) >= 'a' && lower.charAt(0) <= 'z';
        return !isLetter && !WITHOUT_MEANING.contains(lower);
    }

    /** The searchable fields of a post. */
    public enum Field {
        TITLE,
        /** The written excerpt; a derived one is found in the text. */
        EXCERPT,
        TEXT,
    }
}
