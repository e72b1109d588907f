package io.masthead.comment;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.RequestKey;
import io.masthead.post.PostService;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Takes comments, and what their authors change of them. It is no transaction itself: what is asked
 * of others is asked after the comment is stored.
 */
@ApplicationScoped
public class CommentService {

    private final CommentWriter writer;
    private final CommentPolicy policy;
    private final EditTokens tokens;
    private final CheckQueue queue;
    private final PendingChecks checks;
    private final PostService posts;

    CommentService(
            CommentWriter writer,
            CommentPolicy policy,
            EditTokens tokens,
            CheckQueue queue,
            PendingChecks checks,
            PostService posts) {
        this.posts = posts;
        this.queue = queue;
        this.checks = checks;
        this.writer = writer;
        this.policy = policy;
        this.tokens = tokens;
    }

    /**
     * Stores a comment, shown or held as the rules say.
     *
     * @param key null where the client sent no Idempotency-Key
     * @return the comment as its author sees it, with the token by which a guest may change it
     * @throws CmsException as {@link io.masthead.post.PostService#requireCommentable}, {@link
     *     ErrorCode#UNAUTHENTICATED} where guests may not comment, {@link
     *     ErrorCode#VALIDATION_FAILED}, {@link ErrorCode#COMMENT_DUPLICATE} or {@link
     *     ErrorCode#COMMENT_FLOOD}
     */
    public CommentView submit(CommentSubmission submission, RequestKey key, Actor actor) {
        var comment = checked(writer.submit(submission, CommentEntry.NONE, key, actor));
        return new CommentView(
                comment,
                policy.mayModerate(comment, actor),
                true,
                actor.isAnonymous() ? tokens.of(comment.id()) : null,
                policy.editableUntil(comment),
                writer.avatar(comment));
    }

    /**
     * As {@link #submit(CommentSubmission, RequestKey, Actor)}, with what moderators may say beside
     * it.
     *
     * @return the id
     * @throws CmsException also where somebody else says so
     */
    public long submit(CommentSubmission submission, CommentEntry entry, Actor actor) {
        return checked(writer.submit(submission, entry, null, actor)).id();
    }

    /**
     * Lets the caller comment on a post, as far as it is known before there is a comment.
     *
     * @param password what the caller sent for a protected post; null for nothing
     * @throws CmsException as {@link #submit(CommentSubmission, RequestKey, Actor)}
     */
    public void requireCommentable(long postId, Actor actor, String password) {
        policy.requireCommenting(actor);
        posts.checkCommentable(postId, actor, password);
    }

    /**
     * Changes a comment: its words by its author in the time that the settings leave, anything by
     * moderators.
     *
     * @param editToken what a guest was given; null for none
     * @throws CmsException {@link ErrorCode#COMMENT_NOT_FOUND}, {@link ErrorCode#COMMENT_HIDDEN},
     *     {@link ErrorCode#COMMENT_TOKEN_WRONG}, {@link ErrorCode#COMMENT_EDIT_CLOSED}, {@link
     *     ErrorCode#COMMENT_TRASHED}, {@link ErrorCode#VERSION_MISMATCH} or {@link
     *     ErrorCode#VALIDATION_FAILED}
     */
    public CommentView edit(long id, CommentChanges changes, ExpectedVersion expected, String editToken, Actor actor) {
        var comment = writer.edit(id, changes, expected, editToken, actor);
        return view(changes.changesText() ? checked(comment) : comment, editToken, actor);
    }

    /** Moves a comment to the trash, as {@link #edit} for who may. */
    public CommentView withdraw(long id, ExpectedVersion expected, String editToken, Actor actor) {
        return view(writer.withdraw(id, expected, editToken, actor), editToken, actor);
    }

    /** As it is when those who know spam have been asked, or have been waited for long enough. */
    private Comment checked(Comment stored) {
        if (!queue.isOn() || stored.status() != CommentStatus.PENDING) {
            return stored;
        }
        checks.tryNow(stored.id());
        return writer.read(stored.id());
    }

    private CommentView view(Comment comment, String editToken, Actor actor) {
        return policy.view(
                comment,
                policy.mayModerate(comment, actor),
                policy.isAuthor(comment, actor, editToken),
                writer.avatar(comment));
    }
}
