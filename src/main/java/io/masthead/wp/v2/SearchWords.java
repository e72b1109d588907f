package io.masthead.wp.v2;

import io.masthead.kernel.WordSearch;
import io.masthead.post.search.TextSearch;
import io.masthead.post.search.TextSearch.Field;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is looked for, as WordPress reads it: words, phrases between quotes, and with a hyphen
 * before them words that must not be there. Words without meaning do not count, unless there are no
 * others.
 */
public final class SearchWords {

    /** Of more words than this, WordPress looks for the whole sentence. */
    private static final int MANY = 9;

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
        return TextSearch.of(words(sentence), sentence, fields(columns), whole, true);
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
        var words = TextSearch.words(sentence);
        return words.size() > MANY ? List.of(sentence) : words;
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
