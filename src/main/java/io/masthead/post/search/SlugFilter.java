package io.masthead.post.search;

import java.util.List;

/**
 * What a list is narrowed to by slugs.
 *
 * @param any one of these; empty for all
 * @param trashIsMarked whether what lies in the trash is found by its marked slug alone, see {@link
 *     TrashedSlug}
 */
public record SlugFilter(List<String> any, boolean trashIsMarked) {

    public static final SlugFilter ALL = new SlugFilter(List.of(), false);

    public static SlugFilter any(List<String> slugs) {
        return new SlugFilter(slugs, false);
    }

    /** The slugs as the database has them, in the order in which they were asked for. */
    List<String> stored() {
        return trashIsMarked
                ? any.stream()
                        .map(slug -> TrashedSlug.unmarked(slug).orElse(slug))
                        .toList()
                : any;
    }
}
