package io.masthead.post;

import io.masthead.taxonomy.TermKind;
import java.util.List;

/**
 * A condition on the terms of a post, by their ids.
 *
 * @param descendants whether a category stands for those below it too
 */
public record TermChoice(TermKind kind, List<Long> ids, boolean descendants, Match match) {

    /** Of more categories with those below them a post is not asked to be in all. */
    public static final int MAX_ALL_BELOW = 100;

    /** How many of the terms a post must carry. */
    public enum Match {
        ANY,
        ALL,
        NONE,
    }
}
