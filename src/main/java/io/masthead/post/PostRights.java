package io.masthead.post;

import io.masthead.kernel.Actor;

/**
 * What a caller may do with one post, as WordPress' {@code map_meta_cap} decides it for its own
 * roles. Who may see a post is {@link PostVisibility}'s.
 */
final class PostRights {

    private PostRights() {}

    static boolean mayEdit(Post post, Actor actor) {
        var status = post.isTrashed() ? post.statusBeforeTrash() : post.status();
        return mayEdit(post.type(), status, post.isWrittenBy(actor.userId()), actor);
    }

    /**
     * @param status of a trashed post the one it had before; null where that is not known
     * @param own whether the caller is its author
     */
    static boolean mayEdit(PostType type, PostStatus status, boolean own, Actor actor) {
        if (!actor.can(type.edit()) || (isOut(status) && !actor.can(type.editPublished()))) {
            return false;
        }
        return own
                || (actor.can(type.editOthers())
                        && (status != PostStatus.PRIVATE || actor.can(type.editPrivate())));
    }

    static boolean mayDelete(Post post, Actor actor) {
        var type = post.type();
        var status = post.isTrashed() ? post.statusBeforeTrash() : post.status();
        if (!actor.can(type.delete())) {
            return false;
        }
        if (!post.isWrittenBy(actor.userId())) {
            return actor.can(type.deleteOthers())
                    && (!isOut(status) || actor.can(type.deletePublished()))
                    && (status != PostStatus.PRIVATE || actor.can(type.deletePrivate()));
        }
        return !isOut(status) || actor.can(type.deletePublished());
    }

    /** Publishing, now or later, and writing privately need the same power. */
    static boolean mayEnter(PostType type, PostStatus status, Actor actor) {
        return switch (status) {
            case DRAFT, PENDING -> true;
            case SCHEDULED, PUBLISHED, PRIVATE -> actor.can(type.publish());
            case TRASHED -> false;
        };
    }

    private static boolean isOut(PostStatus status) {
        return status == PostStatus.PUBLISHED || status == PostStatus.SCHEDULED;
    }
}
