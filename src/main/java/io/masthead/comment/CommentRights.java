package io.masthead.comment;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Scope;
import io.masthead.post.Post;
import io.masthead.post.PostService;
import io.masthead.setting.SettingService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a caller may do with one comment. */
@ApplicationScoped
class CommentRights {

    private final EditTokens tokens;
    private final PostService posts;
    private final SettingService settings;
    private final Clock clock;

    CommentRights(EditTokens tokens, PostService posts, SettingService settings, Clock clock) {
        this.posts = posts;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    static boolean moderates(Actor actor) {
        return actor.can(Capability.MODERATE_COMMENTS);
    }

    static void requireModerator(Actor actor) {
        requireModerator(actor, "moderate comments");
    }

    /**
     * Whether the caller keeps it: changes, moves and deletes it. Moderators keep all comments, and
     * whoever may change a post those on it.
     */
    boolean keeps(Post post, Actor actor) {
        return moderates(actor)
                || (posts.isEditable(post, actor) && actor.scopes().contains(Scope.COMMENTS_MODERATE));
    }

    /** As {@link #keeps(Post, Actor)}; one statement, or none for moderators and for guests. */
    boolean keeps(Comment comment, Actor actor) {
        if (moderates(actor)) {
            return true;
        }
        return !actor.isAnonymous()
                && actor.scopes().contains(Scope.COMMENTS_MODERATE)
                && keeps(postOf(comment), actor);
    }

    private Post postOf(Comment comment) {
        return posts.find(List.of(comment.postId())).get(comment.postId());
    }

    /**
     * As {@link #requireKeeper(Post, Actor, String)}; of a comment that is not shown it is not told
     * that it is there.
     */
    void requireKeeper(Comment comment, Actor actor, String what) {
        if (keeps(comment, actor)) {
            return;
        }
        if (!comment.isApproved() && !keeps(comment, actor.unrestricted())) {
            throw hidden();
        }
        requireKeeper(postOf(comment), actor, what);
    }

    /**
     * @param what completes "You are not allowed to … this comment"
     */
    void requireKeeper(Post post, Actor actor, String what) {
        var owner = actor.unrestricted();
        if (!moderates(owner) && !posts.isEditable(post, owner)) {
            throw actor.refused(what + " this comment");
        }
        actor.require(Scope.COMMENTS_MODERATE);
        if (!keeps(post, actor)) {
            throw actor.refused(what + " this comment");
        }
    }

    private static void requireModerator(Actor actor, String what) {
        actor.require(Capability.MODERATE_COMMENTS, Scope.COMMENTS_MODERATE, what);
    }

    /**
     * @param editToken as the caller sent it; null for none
     */
    boolean isAuthor(Comment comment, Actor actor, String editToken) {
        return comment.isWrittenBy(actor.userId())
                || (comment.userId() == null && tokens.isValid(comment.id(), editToken));
    }

    /** When the author's time to change it ends. */
    Instant editableUntil(Comment comment) {
        return comment.createdAt().plus(Duration.ofSeconds(settings.get().commentsEditSeconds()));
    }

    /**
     * Lets those pass who keep the comment, and authors while their time lasts.
     *
     * @throws CmsException {@link ErrorCode#COMMENT_HIDDEN}, {@link ErrorCode#COMMENT_TOKEN_WRONG},
     *     {@link ErrorCode#COMMENT_EDIT_CLOSED}, or the refusal that suits the caller
     */
    void requireChange(Comment comment, Actor actor, String editToken, String what) {
        if (keeps(comment, actor)) {
            return;
        }
        if (!isAuthor(comment, actor, editToken)) {
            if (!comment.isApproved()) {
                throw hidden();
            }
            if (editToken != null) {
                throw new CmsException(
                        ErrorCode.COMMENT_TOKEN_WRONG, "This edit token does not belong to this comment.");
            }
            requireKeeper(comment, actor, what);
            return;
        }
        actor.require(Scope.COMMENTS_WRITE);
        if (comment.status() == CommentStatus.TRASHED) {
            throw hidden();
        }
        if (!clock.instant().isBefore(editableUntil(comment))) {
            throw new CmsException(
                    ErrorCode.COMMENT_EDIT_CLOSED, "The time to %s this comment is over.".formatted(what));
        }
    }

    /**
     * The comment as this caller is shown it.
     *
     * @param kept whether the caller keeps it
     * @param avatarUrl null where there is none
     */
    CommentView view(Comment comment, boolean kept, boolean own, String avatarUrl) {
        return new CommentView(comment, kept, own, null, own ? editableUntil(comment) : null, avatarUrl);
    }

    static CmsException notFound() {
        return new CmsException(ErrorCode.COMMENT_NOT_FOUND, "There is no comment here.");
    }

    static CmsException hidden() {
        return new CmsException(ErrorCode.COMMENT_HIDDEN, "There is no comment here.");
    }
}
