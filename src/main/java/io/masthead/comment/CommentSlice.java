package io.masthead.comment;

/**
 * A part of a list with a total.
 *
 * @param offset rows before it
 * @param limit 1 to 100
 * @param unlockedPost a post whose password the caller has told; null for none
 */
public record CommentSlice(
        CommentCriteria criteria,
        CommentOrder order,
        boolean descending,
        long offset,
        int limit,
        Long unlockedPost) {}
