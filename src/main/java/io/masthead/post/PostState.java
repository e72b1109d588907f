package io.masthead.post;

import java.util.Set;

/**
 * The state of a post before a change.
 *
 * @param contribution what it added to the counts
 * @param tags the cache tags of responses that showed it
 */
record PostState(PostStatus status, PublishedCounts.Contribution contribution, Set<String> tags) {

    static PostState of(Post post) {
        return new PostState(post.status(), PublishedCounts.Contribution.of(post), PostEvents.tags(post));
    }
}
