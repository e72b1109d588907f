package io.masthead.post.search;

import io.masthead.taxonomy.TermKind;
import java.util.List;
import java.util.stream.Stream;

/**
 * A condition on the categories or the tags of a post.
 *
 * @param ids of terms; empty if slugs are given
 * @param slugs of terms, including former ones; empty if ids are given
 * @param descendants whether a category includes its descendants; ignored for tags
 */
public record TermFilter(TermKind kind, List<Long> ids, List<String> slugs, boolean descendants, Match match) {

    /** The maximum of categories for {@code ALL} with descendants. */
    public static final int MAX_ALL_WITH_DESCENDANTS = 100;

    public TermFilter {
        if (match == Match.ALL && !slugs.isEmpty()) {
            throw new IllegalArgumentException("ALL requires ids");
        }
    }

    /** How many of the terms a post must have. */
    public enum Match {
        ANY,
        ALL,
        NONE
    }

    public static TermFilter ofIds(TermKind kind, List<Long> ids, boolean descendants, Match match) {
        return new TermFilter(kind, ids, List.of(), descendants, match);
    }

    public static TermFilter ofSlugs(TermKind kind, List<String> slugs, boolean descendants, Match match) {
        return new TermFilter(kind, List.of(), slugs, descendants, match);
    }

    /** Each of the terms that match, descendants included, on its own; only for {@code ANY}. */
    List<TermFilter> each(CategoryDescendants below) {
        var all = includesDescendants() ? below.all(this) : ids;
        return Stream.concat(
                        all.stream().map(id -> ofIds(kind, List.of(id), false, Match.ANY)),
                        includesDescendants()
                                ? Stream.empty()
                                : slugs.stream().map(slug -> ofSlugs(kind, List.of(slug), false, Match.ANY)))
                .distinct()
                .toList();
    }

    boolean excludes() {
        return match == Match.NONE;
    }

    /** Whether each term includes its descendants. */
    public boolean includesDescendants() {
        return descendants && kind == TermKind.CATEGORY;
    }

    /** Whether it is a single term, so that a list of that term answers it. */
    boolean isSingleTerm() {
        return match == Match.ANY && !includesDescendants() && ids.size() + slugs.size() == 1;
    }
}
