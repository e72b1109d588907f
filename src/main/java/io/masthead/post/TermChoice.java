package io.masthead.post;

import io.masthead.taxonomy.TermKind;

import java.util.List;

/**
 * A condition on the terms of a post, by their ids.
 *
 * @param descendants whether a category stands for those below it too
 */
public record TermChoice(TermKind kind, List<Long> ids, boolean descendants, Match match) {

    /** How many of the terms a post must carry. */
    public enum Match {
        ANY,
        ALL,
        NONE,
    }
}
