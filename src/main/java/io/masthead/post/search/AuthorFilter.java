package io.masthead.post.search;

import java.util.List;

/**
 * The authors of a list of posts. Empty lists add no condition.
 *
 * @param ids only these
 * @param slugs only these, also by a former slug
 */
public record AuthorFilter(List<Long> ids, List<Long> excludedIds, List<String> slugs, List<String> excludedSlugs) {

    public static final AuthorFilter ALL = ofIds(List.of(), List.of());

    public static AuthorFilter ofIds(List<Long> ids, List<Long> excluded) {
        return new AuthorFilter(ids, excluded, List.of(), List.of());
    }

    public static AuthorFilter ofSlugs(List<String> slugs, List<String> excluded) {
        return new AuthorFilter(List.of(), List.of(), slugs, excluded);
    }

    boolean excludesAny() {
        return !excludedIds.isEmpty() || !excludedSlugs.isEmpty();
    }
}
