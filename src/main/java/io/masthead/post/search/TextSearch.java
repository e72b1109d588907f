package io.masthead.post.search;

import io.masthead.kernel.WordSearch;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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

    /** All words of a text, in any order and anywhere in a post; quoted words must be adjacent. */
    public static TextSearch ofWords(String text) {
        return new TextSearch(WordSearch.of(text).words(), List.of(), text, EnumSet.allOf(Field.class), false, false);
    }

    /** The searchable fields of a post. */
    public enum Field {
        TITLE,
        /** The written excerpt; a derived one is found in the text. */
        EXCERPT,
        TEXT,
    }
}
