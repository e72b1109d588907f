package io.masthead.post.revision;

import io.masthead.kernel.Costly;
import io.masthead.kernel.PageRequest;
import io.masthead.post.PostType;

/**
 * A page of a list of a post's revisions.
 *
 * @param withBody whether to read the texts
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
