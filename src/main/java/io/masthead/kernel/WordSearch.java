package io.masthead.kernel;

import io.masthead.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody looks for: words that must all be there, in any order and anywhere in what is
 * searched. Case, accents and typographic signs never count, except where texts are searched as they
 * were written: there only case does not count.
 *
 * @param words each must be there; one that was written between double quotes may hold blanks
 * @param excluded none may be there
 * @param whole whether a word must be all that is searched
 */
public record WordSearch(List<String> words, List<String> excluded, boolean whole) {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)(?:\"|$)|[^\\s\"]+");
    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    /** The words of a text; those between double quotes stand together. */
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

    /** A text in one piece, with the blanks and quotes that it has. */
    public static WordSearch phrase(String text) {
        return new WordSearch(List.of(text), List.of(), false);
    }

    /**
     * Several texts as one that can be searched, in which no words are found that stand partly in
     * one and partly in another.
     */
    public static String folded(String... texts) {
        var folded = new ArrayList<String>();
        for (var text : texts) {
            folded.add(Folding.searchable(text));
        }
        return String.join("\n", folded);
    }

    /** Adds that each word is in one of these columns, which hold folded texts. */
    public void addTo(Filter filter, String... folded) {
        addTo(filter, List.of(folded), List.of());
    }

    /** As {@link #addTo(Filter, List, List, List)}, without columns that hold ids. */
    public void addTo(Filter filter, List<String> folded, List<String> written) {
        addTo(filter, folded, written, List.of());
    }

    /**
     * Adds that each word, and none that is excluded, is in one of these columns.
     *
     * @param folded those that hold folded texts
     * @param written those that hold texts as they were written, of which only case does not count
     * @param ids those that hold ids, which only a whole number finds
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

    /** For {@code like}: what contains the words, folded as the texts are. */
    public static String pattern(String words) {
        return "%" + whole(words) + "%";
    }

    /** For {@code like}: what is the words and nothing else, folded as the texts are. */
    public static String whole(String words) {
        var folded = Folding.searchable(words);
        // What folds to nothing, such as an accent alone, is in no text.
        return literal(folded.isEmpty() ? words : folded);
    }

    /** For {@code like} and {@code ilike}: the text itself, in which no sign stands for others. */
    public static String literal(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }
}
