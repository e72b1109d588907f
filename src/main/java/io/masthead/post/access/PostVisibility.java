package io.masthead.post.access;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Filter;
import io.masthead.post.Post;
import io.masthead.post.PostStatus;
import io.masthead.post.PostType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The posts that a caller may see, as a condition for every query. Everybody sees published posts; private ones
 * require the right to read them; all others require the right to edit posts of others; and users who may write
 * see their own.
 */
public final class PostVisibility {

    private final PostType type;
    private final Actor actor;

    private PostVisibility(PostType type, Actor actor) {
        this.type = type;
        this.actor = actor;
    }

    public static PostVisibility of(PostType type, Actor actor) {
        return new PostVisibility(type, actor);
    }

    /**
     * Adds the condition for these statuses. If possible it is a plain comparison of the status, which an index
     * serves.
     *
     * @param status the path of the status
     * @param post the alias of the post
     */
    public void restrict(Filter filter, List<PostStatus> statuses, String status, String post) {
        var open = new ArrayList<PostStatus>();
        var own = new ArrayList<PostStatus>();
        for (var wanted : statuses) {
            if (openStatuses().contains(wanted)) {
                open.add(wanted);
            } else if (seesOwn()) {
                own.add(wanted);
            }
        }
        var ofCaller = post + ".author.id = :caller";
        if (own.isEmpty() && open.isEmpty()) {
            filter.and("1 = 0");
        } else if (own.isEmpty()) {
            oneOf(filter, status, "statuses", open);
        } else if (open.isEmpty()) {
            oneOf(filter, status, "ownStatuses", own);
            filter.and(ofCaller, "caller", actor.userId());
        } else {
            filter.and(
                            "(%s in :statuses or %s in :ownStatuses and %s)".formatted(status, status, ofCaller),
                            "statuses",
                            open)
                    .bind("ownStatuses", own)
                    .bind("caller", actor.userId());
        }
    }

    /** The same rule for a post that has been read. */
    public boolean covers(Post post) {
        return openStatuses().contains(post.status()) || (seesOwn() && post.isWrittenBy(actor.userId()));
    }

    /** Whether the caller sees everybody's drafts and protected texts. */
    public boolean seesEverything() {
        return actor.can(type.editOthers());
    }

    Actor actor() {
        return actor;
    }

    private static void oneOf(Filter filter, String path, String name, List<PostStatus> statuses) {
        if (statuses.size() == 1) {
            filter.and(path + " = :" + name, name, statuses.get(0));
        } else {
            filter.and(path + " in :" + name, name, statuses);
        }
    }

    /** Whether callers see their own posts in every status. */
    public boolean seesOwn() {
        return actor.can(type.edit());
    }

    /** The statuses in which the caller sees everybody's posts. */
    public Set<PostStatus> openStatuses() {
        var open = actor.can(type.editOthers())
                ? EnumSet.complementOf(EnumSet.of(PostStatus.PRIVATE))
                : EnumSet.of(PostStatus.PUBLISHED);
        if (actor.can(type.readPrivate())) {
            open.add(PostStatus.PRIVATE);
        }
        return open;
    }
}
