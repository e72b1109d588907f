package io.masthead.comment;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.Filter;
import io.masthead.kernel.Scope;
import io.masthead.post.EditablePosts;
import java.util.Optional;

/**
 * Which comments a caller keeps, which is to read, list, change, move and delete them whatever
 * their status, as a condition of queries over comments on posts {@code p}: moderators keep all
 * comments, and whoever may change a post those on it. {@link CommentRights#keeps} is the same rule
 * for one comment.
 */
final class KeptComments {

    private KeptComments() {}

    /**
     * @param filter that is given the values of the condition
     * @return empty where the caller keeps none at all
     */
    static Optional<String> condition(Filter filter, Actor actor) {
        if (CommentRights.moderates(actor)) {
            return Optional.of("1 = 1");
        }
        return actor.scopes().contains(Scope.COMMENTS_MODERATE)
                ? EditablePosts.condition(filter, "p", actor)
                : Optional.empty();
    }

    /** Leaves out all that the caller does not keep. */
    static void restrict(Filter filter, Actor actor) {
        filter.and(condition(filter, actor).orElse("1 = 0"));
    }

    /**
     * @throws io.masthead.kernel.CmsException for a caller who keeps no comment at all, whatever is
     *     there
     */
    static void requireAny(Actor actor) {
        var what = "moderate comments";
        var owner = actor.unrestricted();
        if (!CommentRights.moderates(owner)
                && EditablePosts.condition(new Filter(), "p", owner).isEmpty()) {
            throw actor.refused(what);
        }
        actor.require(Scope.COMMENTS_MODERATE);
        if (CommentRights.moderates(owner)) {
            actor.require(Capability.MODERATE_COMMENTS, what);
        } else if (condition(new Filter(), actor).isEmpty()) {
            throw actor.refused(what);
        }
    }
}
