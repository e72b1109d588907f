package io.masthead.post;

import java.util.Objects;
import java.util.Set;

/**
 * The state of a post before a change.
 *
 * @param contribution what it added to the counts
 * @param slug null if it had none
 * @param parentId null if it had no parent
 * @param tags the cache tags of responses that showed it
 */
record PostState(
        PostStatus status, PublishedCounts.Contribution contribution, String slug, Long parentId, Set<String> tags) {

    static PostState of(Post post) {
        return new PostState(
                post.status(),
                PublishedCounts.Contribution.of(post),
                post.slug(),
                post.parentId(),
                PostEvents.tags(post));
    }

    /** Whether the path of the post has not changed, as far as it depends on the post itself. */
    boolean hasAddressOf(Post post) {
        return Objects.equals(slug, post.slug()) && Objects.equals(parentId, post.parentId());
    }
}
