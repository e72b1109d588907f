package io.masthead.taxonomy;

import io.masthead.kernel.WordSearch;
import java.util.List;

/**
 * What a list of categories or of tags is narrowed to. Everything that is null, empty or false
 * narrows nothing; the rest must hold together.
 *
 * @param search what the name must hold
 * @param topLevel only categories without a parent
 * @param parentId only categories right below this one
 * @param slugs any of these
 * @param used only those that a published post carries
 */
public record TermCriteria(
        TermKind kind, WordSearch search, boolean topLevel, Long parentId, List<String> slugs, boolean used) {

    /** All of a kind. */
    public static TermCriteria all(TermKind kind) {
        return new TermCriteria(kind, null, false, null, List.of(), false);
    }
}
