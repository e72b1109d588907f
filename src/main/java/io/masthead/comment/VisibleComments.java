package io.masthead.comment;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Filter;
import io.masthead.post.ReadablePosts;
import java.util.ArrayList;
import java.util.List;

/**
 * Which comments a caller may see, as a condition of queries over comments {@code c} on posts
 * {@code p}: those that are shown on posts that the caller may read, the own ones, and all on posts
 * that the caller may change. Moderators see everything.
 */
final class VisibleComments {

    /** What authors are told of what they wrote: never that it is taken for spam. */
    static final List<CommentStatus> TOLD_TO_AUTHORS = List.of(CommentStatus.APPROVED, CommentStatus.PENDING);

    private VisibleComments() {}

    /**
     * @param unlockedPost a post whose password the caller has told; null for none
     */
    static void restrict(Filter filter, Actor actor, Long unlockedPost) {
        if (CommentRights.moderates(actor)) {
            return;
        }
        var either = new ArrayList<String>();
        var readable = ReadablePosts.condition(filter, "p", actor);
        if (unlockedPost != null) {
            readable = "(" + readable + " or p.id = :unlocked)";
            filter.bind("unlocked", unlockedPost);
        }
        either.add("c.status = :shown and " + readable);
        filter.bind("shown", CommentStatus.APPROVED);
        if (!actor.isAnonymous()) {
            either.add("c.userId = :self and c.status in :told");
            filter.bind("self", actor.userId()).bind("told", TOLD_TO_AUTHORS);
        }
        KeptComments.condition(filter, actor).ifPresent(either::add);
        filter.and("(" + String.join(" or ", either) + ")");
    }
}
