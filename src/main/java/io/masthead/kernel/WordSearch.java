package io.masthead.kernel;

import io.masthead.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody looks for: words that must all be there, in any order and anywhere in what is
 * searched. Case, accents and typographic signs never count.
 *
 * @param words at least one; one that was written between double quotes may hold blanks
 */
public record WordSearch(List<String> words) {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)(?:\"|$)|[^\\s\"]+");

    /** The words of a text; those between double quotes stand together. */
    public static WordSearch of(String text) {
        var words = WORD.matcher(text)
                .results()
                .map(found -> found.group(1) == null ? found.group() : found.group(1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        return new WordSearch(words.isEmpty() ? List.of(text) : words);
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

    /**
     * Adds that each word is in one of these columns.
     *
     * @param folded those that hold folded texts
     * @param written those that hold texts as they were written, of which only case does not count
     */
    public void addTo(Filter filter, List<String> folded, List<String> written) {
        int number = 0;
        for (var word : words) {
            var name = "word" + number++;
            var places = new ArrayList<String>();
            for (var path : folded) {
                places.add(path + " like :" + name + " escape '\\'");
                filter.bind(name, pattern(word));
            }
            for (var path : written) {
                places.add(path + " ilike :" + name + "Written escape '\\'");
                filter.bind(name + "Written", "%" + literal(word) + "%");
            }
            filter.and("(" + String.join(" or ", places) + ")");
        }
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

    private static String literal(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }
}
