package io.masthead.post.revision;

import io.masthead.kernel.Costly;
import io.masthead.kernel.PageRequest;
import io.masthead.post.PostType;

/**
 * A list of the revisions of a post as somebody wants it.
 *
 * @param withBody whether the texts are wanted too
 */
public record RevisionQuery(
        PostType type,
        long postId,
        RevisionFilter filter,
        RevisionSort sort,
        boolean descending,
        PageRequest page,
        boolean withBody)
        implements Costly {

    @Override
    public boolean isCostly() {
        return filter.search() != null;
    }
}
