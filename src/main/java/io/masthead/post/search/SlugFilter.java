package io.masthead.post.search;

import java.util.List;

/**
 * Conditions on slugs.
 *
 * @param any one of these; empty for all
 * @param trashIsMarked whether trashed posts are found by their marked slug only, see {@link TrashedSlug}
 */
public record SlugFilter(List<String> any, boolean trashIsMarked) {

    public SlugFilter {
        trashIsMarked = trashIsMarked && !any.isEmpty(); // equal conditions are equal
    }

    public static final SlugFilter ALL = new SlugFilter(List.of(), false);

    public static SlugFilter any(List<String> slugs) {
        return new SlugFilter(slugs, false);
    }

    /** The slugs as they are stored, in the requested order. */
    List<String> stored() {
        return trashIsMarked
                ? any.stream()
                        .map(slug -> TrashedSlug.unmarked(slug).orElse(slug))
                        .toList()
                : any;
    }
}
