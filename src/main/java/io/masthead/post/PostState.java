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

    /** Whether this was a page with another path, as far as the path depends on the page itself. */
    boolean hadOtherAddressThan(Post post) {
        return post.type() == PostType.PAGE
                && !(Objects.equals(slug, post.slug())
                        && Objects.equals(parentId, post.parentId())
                        // WordPress marks the slug of a trashed page.
                        && (status == PostStatus.TRASHED) == post.isTrashed());
    }
}
