package io.masthead.post.revision;

import io.masthead.post.PostContent;
import java.time.Instant;

/**
 * A revision as it was at another site.
 *
 * @param id unused in the id space of posts
 * @param authorId null if unknown
 */
public record ImportedRevision(
        long id, long postId, RevisionKind kind, Long authorId, Instant createdAt, PostContent content) {}
