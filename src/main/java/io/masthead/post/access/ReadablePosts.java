package io.masthead.post.access;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.Filter;
import io.masthead.post.PostType;
import java.util.EnumSet;
import java.util.List;

/**
 * The posts and pages that a caller may read without a password, as a condition for queries on what belongs to
 * them.
 */
public final class ReadablePosts {

    private ReadablePosts() {}

    /** @param post the alias of the post */
    public static void restrict(Filter filter, String post, Actor actor) {
        filter.and(condition(filter, post, actor));
    }

    /**
     * As {@link #restrict}, as a part of another condition.
     *
     * @param filter receives the bound values
     */
    public static String condition(Filter filter, String post, Actor actor) {
        var statuses = EnumSet.copyOf(PostVisibility.of(PostType.POST, actor).openStatuses());
        statuses.retainAll(PostVisibility.of(PostType.PAGE, actor).openStatuses());
        filter.bind("readable", List.copyOf(statuses));
        var readable = post + ".status in :readable";
        return actor.can(Capability.EDIT_OTHERS_POSTS) && actor.can(Capability.EDIT_OTHERS_PAGES)
                ? readable
                : "(" + readable + " and " + post + ".password is null)";
    }
}
