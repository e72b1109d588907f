package io.masthead.post.search;

import io.masthead.taxonomy.TermKind;
import java.util.List;

/**
 * A condition on the categories or the tags of a post.
 *
 * @param ids of terms; empty where slugs name them
 * @param slugs of terms, former ones included; empty where ids name them
 * @param descendants whether a category stands for those below it, too; says nothing of tags
 */
public record TermFilter(TermKind kind, List<Long> ids, List<String> slugs, boolean descendants, Match match) {

    /** Of more categories with those below them a post is not asked to be in all. */
    public static final int MAX_ALL_BELOW = 100;

    public TermFilter {
        if (match == Match.ALL && !slugs.isEmpty()) {
            throw new IllegalArgumentException("That a post carries all of these is asked by ids");
        }
    }

    /** How many of the terms a post must carry. */
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

    boolean excludes() {
        return match == Match.NONE;
    }

    /** Whether each term stands for those below it, too. */
    public boolean reachesBelow() {
        return descendants && kind == TermKind.CATEGORY;
    }

    /** Whether it asks for one term and nothing more, so that a list of that term answers it. */
    boolean isPlain() {
        return match == Match.ANY && !reachesBelow() && ids.size() + slugs.size() == 1;
    }
}
