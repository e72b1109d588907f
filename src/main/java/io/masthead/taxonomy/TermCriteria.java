package io.masthead.taxonomy;

import java.util.List;

/**
 * What a list of categories or of tags is narrowed to. Everything that is null, empty or false
 * narrows nothing; the rest must hold together.
 *
 * @param search text that the name contains, in any case
 * @param topLevel only categories without a parent
 * @param parentId only categories right below this one
 * @param slugs any of these
 * @param used only those that a published post carries
 */
public record TermCriteria(
        TermKind kind,
        String search,
        boolean topLevel,
        Long parentId,
        List<String> slugs,
        boolean used) {

    /** All of a kind. */
    public static TermCriteria all(TermKind kind) {
        return new TermCriteria(kind, null, false, null, List.of(), false);
    }
}
