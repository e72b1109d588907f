package io.masthead.post.revision;

import io.masthead.post.PostContent;
import java.time.Instant;

/**
 * A revision as another site had it.
 *
 * @param id free in the id space of posts
 * @param authorId null where nobody knows
 */
public record ImportedRevision(
        long id, long postId, RevisionKind kind, Long authorId, Instant createdAt, PostContent content) {}
