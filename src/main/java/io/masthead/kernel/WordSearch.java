package io.masthead.kernel;

import io.masthead.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A search for words that must all occur, in any order and anywhere. Case, accents and typographic punctuation
 * are ignored, except in texts that are searched as they were written: there only case is ignored.
 *
 * @param words all must occur; a quoted one may contain blanks
 * @param excluded none may occur
 * @param whole whether a word must equal the whole text
 */
public record WordSearch(List<String> words, List<String> excluded, boolean whole) {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)(?:\"|$)|[^\\s\"]+");
    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    /** The words of a text; quoted words form a phrase. */
    public static WordSearch of(String text) {
        var words = WORD.matcher(text)
                .results()
                .map(found -> found.group(1) == null ? found.group() : found.group(1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        return new WordSearch(words.isEmpty() ? List.of(text) : words, List.of(), false);
    }

    /** A text as one phrase, with its blanks and quotes. */
    public static WordSearch phrase(String text) {
        return new WordSearch(List.of(text), List.of(), false);
    }

    /** Joins several texts for searching, so that no match spans two of them. */
    public static String folded(String... texts) {
        var folded = new ArrayList<String>();
        for (var text : texts) {
            folded.add(Folding.searchable(text));
        }
        return String.join("\n", folded);
    }

    /** Adds the condition that each word is in one of these columns, which hold folded texts. */
    public void addTo(Filter filter, String... folded) {
        addTo(filter, List.of(folded), List.of());
    }

    /** As {@link #addTo(Filter, List, List, List)}, without columns that hold ids. */
    public void addTo(Filter filter, List<String> folded, List<String> written) {
        addTo(filter, folded, written, List.of());
    }

    /**
     * Adds the condition that each word, and no excluded one, is in one of these columns.
     *
     * @param folded columns with folded texts
     * @param written columns with texts as they were written, compared without case
     * @param ids columns with ids, which only a whole number matches
     */
    public void addTo(Filter filter, List<String> folded, List<String> written, List<String> ids) {
        int number = 0;
        for (var word : words) {
            filter.and(isFound(filter, word, "word" + number++, folded, written, ids));
        }
        for (var word : excluded) {
            filter.and("not " + isFound(filter, word, "word" + number++, folded, written, ids));
        }
    }

    private String isFound(
            Filter filter, String word, String name, List<String> folded, List<String> written, List<String> ids) {
        var places = new ArrayList<String>();
        for (var path : folded) {
            places.add(path + " like :" + name + " escape '\\'");
            filter.bind(name, whole ? whole(word) : pattern(word));
        }
        for (var path : written) {
            places.add(path + " ilike :" + name + "Written escape '\\'");
            filter.bind(name + "Written", whole ? literal(word) : "%" + literal(word) + "%");
        }
        if (ID.matcher(word).matches()) {
            for (var path : ids) {
                places.add(path + " = :" + name + "Id");
                filter.bind(name + "Id", Long.valueOf(word));
            }
        }
        return places.isEmpty() ? "(1 = 0)" : "(" + String.join(" or ", places) + ")";
    }

    /** A {@code like} pattern for texts that contain the words, folded. */
    public static String pattern(String words) {
        return "%" + whole(words) + "%";
    }

    /** A {@code like} pattern for texts that equal the words, folded. */
    public static String whole(String words) {
        var folded = Folding.searchable(words);
        // Words that fold to nothing, such as a lone accent, occur in no text.
        return literal(folded.isEmpty() ? words : folded);
    }

    /** A {@code like} or {@code ilike} pattern for the text itself, with wildcards escaped. */
    public static String literal(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }
}
