package io.masthead.post.access;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Filter;
import io.masthead.kernel.Scope;
import io.masthead.post.Post;
import io.masthead.post.PostStatus;
import io.masthead.post.PostType;
import java.util.ArrayList;
import java.util.List;

/**
 * What a caller may do with one post, by the rules of WordPress' {@code map_meta_cap} for its own roles. {@link
 * PostVisibility} decides who may see it.
 */
public final class PostRights {

    /** A trashed post is judged by its former status. */
    private static final String STATUS = "coalesce(p.statusBeforeTrash, p.status)";

    private PostRights() {}

    public static boolean mayEdit(Post post, Actor actor) {
        var status = post.isTrashed() ? post.statusBeforeTrash() : post.status();
        return mayEdit(post.type(), status, post.isWrittenBy(actor.userId()), actor);
    }

    /**
     * @param status of a trashed post the former one; null if unknown
     * @param own whether the caller is its author
     */
    static boolean mayEdit(PostType type, PostStatus status, boolean own, Actor actor) {
        if (!actor.can(type.edit()) || (requiresPublishing(status) && !actor.can(type.editPublished()))) {
            return false;
        }
        return own || (actor.can(type.editOthers()) && (status != PostStatus.PRIVATE || actor.can(type.editPrivate())));
    }

    /**
     * The rule of {@link #mayEdit} as a condition for lists; adds nothing for callers who may change
     * everything.
     */
    public static void restrictToEditable(Filter filter, PostType type, Actor actor) {
        if (!actor.can(type.edit())) {
            filter.and("1 = 0");
            return;
        }
        var outOfReach = new ArrayList<PostStatus>();
        if (!actor.can(type.editPublished())) {
            outOfReach.addAll(List.of(PostStatus.PUBLISHED, PostStatus.SCHEDULED));
        }
        var ofOthers = new ArrayList<>(outOfReach);
        if (!actor.can(type.editPrivate())) {
            ofOthers.add(PostStatus.PRIVATE);
        }
        if (!actor.can(type.editOthers())) {
            filter.and("p.author.id = :editor", "editor", actor.userId());
        } else if (!ofOthers.isEmpty()) {
            filter.and("(p.author.id = :editor or " + STATUS + " not in :ofOthers)")
                    .bind("editor", actor.userId())
                    .bind("ofOthers", ofOthers);
        }
        filter.and(STATUS + " not in :outOfReach", "outOfReach", outOfReach);
    }

    public static boolean mayDelete(Post post, Actor actor) {
        var type = post.type();
        var status = post.isTrashed() ? post.statusBeforeTrash() : post.status();
        if (!actor.can(type.delete())) {
            return false;
        }
        if (!post.isWrittenBy(actor.userId())) {
            return actor.can(type.deleteOthers())
                    && (!requiresPublishing(status) || actor.can(type.deletePublished()))
                    && (status != PostStatus.PRIVATE || actor.can(type.deletePrivate()));
        }
        return !requiresPublishing(status) || actor.can(type.deletePublished());
    }

    /** @throws CmsException {@link ErrorCode#POST_HIDDEN} */
    public static void requireVisible(Post post, Actor actor) {
        if (!PostVisibility.of(post.type(), actor).covers(post)) {
            throw hidden(post.type());
        }
    }

    public static void requireEdit(Post post, Actor actor) {
        if (!mayEdit(post, actor.unrestricted())) {
            throw actor.refused("change this " + post.type().noun());
        }
        actor.require(Scope.CONTENT_WRITE);
    }

    public static void requireDelete(Post post, Actor actor) {
        if (!mayDelete(post, actor.unrestricted())) {
            throw actor.refused("delete this " + post.type().noun());
        }
        actor.require(Scope.CONTENT_WRITE);
    }

    public static void requirePassword(Post post, String password) {
        if (!post.unlocks(password)) {
            throw new CmsException(
                    ErrorCode.POST_PASSWORD_WRONG,
                    "This is not the password of the %s.".formatted(post.type().noun()));
        }
    }

    public static void requireUntrashed(Post post) {
        if (post.isTrashed()) {
            throw new CmsException(
                    ErrorCode.POST_TRASHED,
                    "This %s is in the trash; restore it before you change it."
                            .formatted(post.type().noun()));
        }
    }

    public static CmsException hidden(PostType type) {
        return new CmsException(ErrorCode.POST_HIDDEN, notFoundMessage(type));
    }

    public static CmsException notFound(PostType type) {
        return new CmsException(ErrorCode.POST_NOT_FOUND, notFoundMessage(type));
    }

    /** One message for missing and hidden posts. */
    public static String notFoundMessage(PostType type) {
        return "There is no %s here.".formatted(type.noun());
    }

    /** Publishing, now or later, and writing privately require the same capability. */
    public static boolean maySetStatus(PostType type, PostStatus status, Actor actor) {
        return switch (status) {
            case DRAFT, PENDING -> true;
            case SCHEDULED, PUBLISHED, PRIVATE -> actor.can(type.publish());
            case TRASHED -> false;
        };
    }

    private static boolean requiresPublishing(PostStatus status) {
        return status == PostStatus.PUBLISHED || status == PostStatus.SCHEDULED;
    }
}
