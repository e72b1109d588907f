package io.masthead.wp.v2;

import io.masthead.kernel.WordSearch;
import io.masthead.post.search.TextSearch;
import io.masthead.post.search.TextSearch.Field;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is looked for, as WordPress reads it: words, phrases between quotes, and with a hyphen
 * before them words that must not be there. Words without meaning do not count, unless there are no
 * others.
 */
public final class SearchWords {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)(?:\"|$)|[^\\t \",+]+");

    /** Of more words than this, WordPress looks for the whole sentence. */
    private static final int MANY = 9;

    private static final Set<String> WITHOUT_MEANING = Set.of(
            "about", "an", "are", "as", "at", "be", "by", "com", "for", "from", "how", "in", "is", "it", "of", "on",
            "or", "that", "the", "this", "to", "was", "what", "when", "where", "who", "will", "with", "www");

    private SearchWords() {}

    /**
     * @param text null or blank for none
     * @param columns WordPress' names of them; empty for all
     * @return null for none
     */
    public static TextSearch parse(String text, List<String> columns, boolean whole) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var sentence = text.strip();
        var words = new ArrayList<String>();
        var excluded = new ArrayList<String>();
        for (var word : words(sentence)) {
            if (word.length() > 1 && word.startsWith("-")) {
                excluded.add(word.substring(1));
            } else {
                words.add(word);
            }
        }
        return new TextSearch(words, excluded, sentence, fields(columns), whole, true);
    }

    /**
     * A text that must be there as it is.
     *
     * @return null for none, or a blank one
     */
    public static WordSearch phrase(String text) {
        return text == null || text.isBlank() ? null : WordSearch.phrase(text);
    }

    private static List<String> words(String sentence) {
        var words = new ArrayList<String>();
        var found = WORD.matcher(sentence);
        while (found.find()) {
            var phrase = found.group(1);
            var word = phrase == null ? found.group() : phrase.strip();
            if (phrase != null ? !word.isEmpty() : counts(word)) {
                words.add(word);
            }
        }
        return words.isEmpty() || words.size() > MANY ? List.of(sentence) : words;
    }

    private static boolean counts(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        var isLetter = lower.length() == 1 && lower.charAt(0) >= 'a' && lower.charAt(0) <= 'z';
        return !isLetter && !WITHOUT_MEANING.contains(lower);
    }

    private static Set<Field> fields(List<String> columns) {
        if (columns.isEmpty()) {
            return EnumSet.allOf(Field.class);
        }
        var fields = EnumSet.noneOf(Field.class);
        for (var column : columns) {
            fields.add(
                    switch (column) {
                        case "post_title" -> Field.TITLE;
                        case "post_excerpt" -> Field.EXCERPT;
                        default -> Field.TEXT;
                    });
        }
        return fields;
    }
}
