package io.masthead.post;

import java.util.List;

/**
 * What a selection of posts or pages is narrowed to, by ids where {@link PostFilter} has slugs.
 * Everything that is null, empty or {@link TimeRange#ALL} narrows nothing; the rest must hold
 * together.
 *
 * @param statuses any of these; what the caller may not see of them is left out
 * @param editable only what the caller may change
 * @param parents for pages; 0 stands for the top of the tree
 * @param slugs any of these; of what lies in the trash as {@link TrashedSlug} marks them
 * @param anyTerm whether one of the conditions on terms is enough
 * @param search null for none
 * @param menuOrder for pages
 */
public record PostChoice(
        PostType type,
        List<PostStatus> statuses,
        boolean editable,
        IdChoice ids,
        IdChoice authors,
        IdChoice parents,
        List<String> slugs,
        List<TermChoice> terms,
        boolean anyTerm,
        TextSearch search,
        TimeRange published,
        TimeRange updated,
        Boolean sticky,
        List<PostFormat> formats,
        Integer menuOrder) {

    /** Whether no index knows how many there are: what is left out is looked for on each. */
    boolean isCountedByLooking() {
        return !authors.none().isEmpty()
                || !parents.none().isEmpty()
                || terms.stream().anyMatch(choice -> choice.match() == TermChoice.Match.NONE);
    }
}
