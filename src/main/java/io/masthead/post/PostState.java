package io.masthead.post;

import io.masthead.platform.event.Tags;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The state of a post before a change.
 *
 * @param contribution what it added to the counts
 * @param isOpen whether everybody could read it
 * @param slug null if it had none
 * @param parentId null if it had no parent
 * @param takesFormerAddress whether another post was found by its slug
 * @param tags the cache tags of responses that showed it
 */
record PostState(
        PostStatus status,
        PublishedCounts.Contribution contribution,
        boolean isOpen,
        String slug,
        Long parentId,
        boolean takesFormerAddress,
        Set<String> tags) {

    /** Of a post that does not exist yet, or no longer. */
    static final PostState NONE =
            new PostState(null, PublishedCounts.Contribution.NONE, false, null, null, false, Set.of());

    static PostState of(Post post) {
        return new PostState(
                post.status(),
                PublishedCounts.Contribution.of(post),
                post.isPublished() && !post.isProtected(),
                post.slug(),
                post.parentId(),
                post.takesFormerAddress(),
                PostEvents.tags(post));
    }

    /**
     * The tags of the public responses that change between two states. Changes of a draft change none, unless it takes
     * an address that has led to another post, moves, or comes from the trash.
     */
    static Set<String> changedTags(PostState before, PostState after) {
        var tags = movedCollections(before, after);
        if (before.isPublished() || after.isPublished() || before.leadsElsewhereThan(after)) {
            tags.addAll(before.tags);
            tags.addAll(after.tags);
        }
        return tags;
    }

    /**
     * The tags of the collections that a post enters or leaves between two states with its own visibility: of its
     * author, whose profile is public with a published post; of its terms, which are listed with their counts; of its
     * comments and of the media uploaded to it.
     */
    private static Set<String> movedCollections(PostState before, PostState after) {
        var tags = new TreeSet<String>();
        if (!before.contribution.terms().equals(after.contribution.terms())) {
            tags.add(Tags.TERMS);
        }
        if (!Objects.equals(before.contribution.author(), after.contribution.author())) {
            tags.add(Tags.USERS);
        }
        if (before.isOpen != after.isOpen) {
            tags.add(Tags.COMMENTS);
        }
        // A password does not hide files; a post that does not exist hides none.
        if (before.isPublished() != after.isPublished() || before.isMissing() || after.isMissing()) {
            tags.add(Tags.MEDIA);
        }
        return tags;
    }

    private boolean isPublished() {
        return status == PostStatus.PUBLISHED;
    }

    private boolean isMissing() {
        return status == null;
    }

    private boolean leadsElsewhereThan(PostState after) {
        return after.takesFormerAddress
                || !Objects.equals(parentId, after.parentId)
                || isTrashed() != after.isTrashed();
    }

    /** Whether this was a page with another path, as far as the path depends on the page itself. */
    boolean hadOtherPathThan(Post post) {
        return post.type() == PostType.PAGE && hasOtherAddressThan(of(post));
    }

    private boolean hasOtherAddressThan(PostState other) {
        return !(Objects.equals(slug, other.slug)
                && Objects.equals(parentId, other.parentId)
                // A trashed post frees its address, and WordPress marks the slug of a trashed page.
                && isTrashed() == other.isTrashed());
    }

    private boolean isTrashed() {
        return status == PostStatus.TRASHED;
    }
}
