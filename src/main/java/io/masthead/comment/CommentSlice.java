package io.masthead.comment;

import io.masthead.kernel.Costly;
import io.masthead.kernel.Offset;

/**
 * A part of a list with a total.
 *
 * @param offset rows before it
 * @param limit 1 to 100
 * @param unlockedPost a post whose password the caller has told; null for none
 */
public record CommentSlice(
        CommentCriteria criteria, CommentOrder order, boolean descending, long offset, int limit, Long unlockedPost)
        implements Costly {

    @Override
    public boolean isCostly() {
        return criteria.search() != null || Offset.isDeep(offset);
    }
}
