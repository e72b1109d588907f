package io.masthead.comment;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Filter;
import io.masthead.kernel.Scope;
import io.masthead.post.Post;
import io.masthead.post.PostAccess;
import io.masthead.post.access.EditablePosts;
import io.masthead.post.access.ReadablePosts;
import io.masthead.setting.SettingService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All rights on comments, for one comment and as conditions of queries. Moderators may moderate every comment,
 * that is, read, change, move and delete it in any status; users who may change a post may moderate its
 * comments; authors may change their own for a limited time.
 */
@ApplicationScoped
public class CommentPolicy {

    /** The statuses that authors are shown for their comments; they are never told about spam. */
    public static final List<CommentStatus> VISIBLE_TO_AUTHORS = List.of(CommentStatus.APPROVED, CommentStatus.PENDING);

    private static final String MODERATE = "moderate comments";

    private final EditTokens tokens;
    private final PostAccess posts;
    private final SettingService settings;
    private final Clock clock;

    CommentPolicy(EditTokens tokens, PostAccess posts, SettingService settings, Clock clock) {
        this.tokens = tokens;
        this.posts = posts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether the caller may moderate every comment. */
    public static boolean moderatesAll(Actor actor) {
        return actor.can(Capability.MODERATE_COMMENTS);
    }

    /** Refuses callers who may not moderate every comment. */
    static void requireModerator(Actor actor) {
        actor.require(Capability.MODERATE_COMMENTS, Scope.COMMENTS_MODERATE, MODERATE);
    }

    /** Refuses callers who may moderate no comment at all. */
    public static void requireAnyModeration(Actor actor) {
        var owner = actor.unrestricted();
        if (!moderatesAll(owner)
                && EditablePosts.condition(new Filter(), "p", owner).isEmpty()) {
            throw actor.refused(MODERATE);
        }
        actor.require(Scope.COMMENTS_MODERATE);
        if (moderatesAll(owner)) {
            actor.require(Capability.MODERATE_COMMENTS, MODERATE);
        } else if (moderated(new Filter(), actor).isEmpty()) {
            throw actor.refused(MODERATE);
        }
    }

    /** Excludes comments {@code c} on posts {@code p} that the caller may not moderate. */
    public static void restrictToModerated(Filter filter, Actor actor) {
        filter.and(moderated(filter, actor).orElse("1 = 0"));
    }

    /**
     * Excludes comments {@code c} on posts {@code p} that the caller may not read. Callers may read approved
     * comments on posts that they may read, their own comments, and those that they may moderate.
     *
     * @param unlockedPostId a post whose password the caller has sent; null for none
     */
    public static void restrictToReadable(Filter filter, Actor actor, Long unlockedPostId) {
        if (moderatesAll(actor)) {
            return;
        }
        var either = new ArrayList<String>();
        var readable = ReadablePosts.condition(filter, "p", actor);
        if (unlockedPostId != null) {
            readable = "(" + readable + " or p.id = :unlocked)";
            filter.bind("unlocked", unlockedPostId);
        }
        either.add("c.status = :shown and " + readable);
        filter.bind("shown", CommentStatus.APPROVED);
        if (!actor.isAnonymous()) {
            either.add("c.userId = :self and c.status in :told");
            filter.bind("self", actor.userId()).bind("told", VISIBLE_TO_AUTHORS);
        }
        moderated(filter, actor).ifPresent(either::add);
        filter.and("(" + String.join(" or ", either) + ")");
    }

    /** @return empty if the caller may moderate no comments */
    private static Optional<String> moderated(Filter filter, Actor actor) {
        if (moderatesAll(actor)) {
            return Optional.of("1 = 1");
        }
        return actor.scopes().contains(Scope.COMMENTS_MODERATE)
                ? EditablePosts.condition(filter, "p", actor)
                : Optional.empty();
    }

    /** Whether the caller may moderate the comments on a post. */
    public boolean mayModerate(Post post, Actor actor) {
        return moderatesAll(actor)
                || (posts.isEditable(post, actor) && actor.scopes().contains(Scope.COMMENTS_MODERATE));
    }

    /** As {@link #mayModerate(Post, Actor)}; one statement, or none for moderators and for guests. */
    @Transactional
    boolean mayModerate(Comment comment, Actor actor) {
        if (moderatesAll(actor)) {
            return true;
        }
        return !actor.isAnonymous()
                && actor.scopes().contains(Scope.COMMENTS_MODERATE)
                && mayModerate(postOf(comment), actor);
    }

    /**
     * As {@link #requireModeration(Post, Actor, String)}; a comment that is not visible is refused as a missing
     * one.
     */
    void requireModeration(Comment comment, Actor actor, String what) {
        if (mayModerate(comment, actor)) {
            return;
        }
        if (!comment.isApproved() && !mayModerate(comment, actor.unrestricted())) {
            throw hidden();
        }
        requireModeration(postOf(comment), actor, what);
    }

    /** @param what completes "You are not allowed to … this comment" */
    void requireModeration(Post post, Actor actor, String what) {
        var owner = actor.unrestricted();
        if (!moderatesAll(owner) && !posts.isEditable(post, owner)) {
            throw actor.refused(what + " this comment");
        }
        actor.require(Scope.COMMENTS_MODERATE);
        if (!mayModerate(post, actor)) {
            throw actor.refused(what + " this comment");
        }
    }

    private Post postOf(Comment comment) {
        return posts.find(List.of(comment.postId())).get(comment.postId());
    }

    /**
     * Whether the caller may read a comment without a password.
     *
     * @param own whether the caller wrote it
     */
    public boolean isReadable(Comment comment, Post post, boolean own, Actor actor) {
        return mayModerate(post, actor)
                || (own && VISIBLE_TO_AUTHORS.contains(comment.status()))
                || (comment.isApproved() && posts.isReadable(post, actor));
    }

    /** Refuses callers who may not comment at all. */
    void requireCommenting(Actor actor) {
        if (actor.isAnonymous() && settings.get().commentsRequireSignIn()) {
            throw actor.refused("comment");
        }
        actor.require(Scope.COMMENTS_WRITE);
    }

    /** Whether the caller's comments on a post are shown without a check. */
    boolean isTrusted(Post post, Actor actor) {
        return mayModerate(post, actor) || actor.is(post.author().id());
    }

    /** @param editToken the token sent by the client; null if none */
    public boolean isAuthor(Comment comment, Actor actor, String editToken) {
        return comment.isWrittenBy(actor.userId())
                || (comment.userId() == null && tokens.isValid(comment.id(), editToken));
    }

    /** When the author's time to change it ends. */
    Instant editableUntil(Comment comment) {
        return comment.createdAt().plus(Duration.ofSeconds(settings.get().commentsEditSeconds()));
    }

    /**
     * Checks that the caller may moderate the comment, or is its author and still in time.
     *
     * @throws CmsException {@link ErrorCode#COMMENT_HIDDEN}, {@link ErrorCode#COMMENT_TOKEN_WRONG}, {@link
     *     ErrorCode#COMMENT_EDIT_CLOSED}, or the refusal for this caller
     */
    void requireChange(Comment comment, Actor actor, String editToken, String what) {
        if (mayModerate(comment, actor)) {
            return;
        }
        if (!isAuthor(comment, actor, editToken)) {
            if (!comment.isApproved()) {
                throw hidden();
            }
            if (editToken != null) {
                throw new CmsException(ErrorCode.COMMENT_TOKEN_WRONG, "This edit token is not valid for this comment.");
            }
            requireModeration(comment, actor, what);
            return;
        }
        actor.require(Scope.COMMENTS_WRITE);
        if (comment.status() == CommentStatus.TRASHED) {
            throw hidden();
        }
        if (!clock.instant().isBefore(editableUntil(comment))) {
            throw new CmsException(
                    ErrorCode.COMMENT_EDIT_CLOSED, "The time to %s this comment has ended.".formatted(what));
        }
    }

    /**
     * The comment as this caller may see it.
     *
     * @param moderated whether the caller may moderate it
     * @param avatarUrl null if there is none
     */
    public CommentView view(Comment comment, boolean moderated, boolean own, String avatarUrl) {
        return new CommentView(comment, moderated, own, null, own ? editableUntil(comment) : null, avatarUrl);
    }

    public static CmsException notFound() {
        return new CmsException(ErrorCode.COMMENT_NOT_FOUND, "There is no comment here.");
    }

    public static CmsException hidden() {
        return new CmsException(ErrorCode.COMMENT_HIDDEN, "There is no comment here.");
    }
}
