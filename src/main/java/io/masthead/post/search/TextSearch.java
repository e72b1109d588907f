package io.masthead.post.search;

import io.masthead.kernel.WordSearch;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What somebody looks for in posts. Case, accents and typographic signs never count. What a
 * password protects is not found by those who may not read it.
 *
 * @param words each must be there
 * @param excluded none may be there
 * @param phrase as it was typed: what has it in one piece is the most relevant
 * @param fields where to look
 * @param whole whether a word must be all that a field holds
 * @param hidesProtected whether guests find no protected post at all, not even by its title
 */
public record TextSearch(
        List<String> words,
        List<String> excluded,
        String phrase,
        Set<Field> fields,
        boolean whole,
        boolean hidesProtected) {

    /**
     * All words of a text, in any order and anywhere in a post; those between double quotes stand
     * together.
     */
    public static TextSearch ofWords(String text) {
        return new TextSearch(WordSearch.of(text).words(), List.of(), text, EnumSet.allOf(Field.class), false, false);
    }

    /** What of a post can be searched. */
    public enum Field {
        TITLE,
        /** As it was written; what is derived from the text is found there. */
        EXCERPT,
        TEXT,
    }
}
