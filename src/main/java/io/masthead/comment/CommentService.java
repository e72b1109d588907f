package io.masthead.comment;

import io.masthead.comment.query.CommentFilter;
import io.masthead.comment.spam.CheckQueue;
import io.masthead.comment.spam.PendingChecks;
import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.RequestKey;
import io.masthead.post.PostAccess;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Submits, edits, moderates and deletes comments. It opens no transaction itself: spam detection services are
 * asked after the comment is stored.
 */
@ApplicationScoped
public class CommentService {

    private final CommentSubmitter submitter;
    private final CommentEditor editor;
    private final CommentModerator moderator;
    private final CommentPolicy policy;
    private final CommentAvatars avatars;
    private final EditTokens tokens;
    private final CheckQueue queue;
    private final PendingChecks checks;
    private final PostAccess posts;

    CommentService(
            CommentSubmitter submitter,
            CommentEditor editor,
            CommentModerator moderator,
            CommentPolicy policy,
            CommentAvatars avatars,
            EditTokens tokens,
            CheckQueue queue,
            PendingChecks checks,
            PostAccess posts) {
        this.submitter = submitter;
        this.editor = editor;
        this.moderator = moderator;
        this.policy = policy;
        this.avatars = avatars;
        this.tokens = tokens;
        this.queue = queue;
        this.checks = checks;
        this.posts = posts;
    }

    /**
     * Stores a comment, approved or pending by the rules.
     *
     * @param key null if the client sent no Idempotency-Key
     * @return the comment as its author sees it, with the edit token of a guest
     * @throws CmsException as {@link io.masthead.post.PostAccess#requireCommentable}, {@link
     *     ErrorCode#UNAUTHENTICATED} if guests may not comment, {@link ErrorCode#VALIDATION_FAILED}, {@link
     *     ErrorCode#COMMENT_DUPLICATE} or {@link ErrorCode#COMMENT_FLOOD}
     */
    public CommentView submit(CommentSubmission submission, RequestKey key, Actor actor) {
        var comment = checked(submitter.submit(submission, CommentEntry.NONE, key, actor));
        return new CommentView(
                comment,
                policy.mayModerate(comment, actor),
                true,
                actor.isAnonymous() ? tokens.of(comment.id()) : null,
                policy.editableUntil(comment),
                avatar(comment));
    }

    /**
     * As {@link #submit(CommentSubmission, RequestKey, Actor)}, with the values that moderators may add.
     *
     * @return the id
     * @throws CmsException also if a caller who is no moderator adds values
     */
    public long submit(CommentSubmission submission, CommentEntry entry, Actor actor) {
        return checked(submitter.submit(submission, entry, null, actor)).id();
    }

    /**
     * Checks whether the caller may comment on a post, as far as possible without a comment.
     *
     * @param password the password sent for a protected post; null if none
     * @throws CmsException as {@link #submit(CommentSubmission, RequestKey, Actor)}
     */
    public void requireCommentable(long postId, Actor actor, String password) {
        policy.requireCommenting(actor);
        posts.checkCommentable(postId, actor, password);
    }

    /**
     * Changes a comment: authors may change the text within the time in the settings, moderators everything.
     *
     * @param editToken the token that a guest was given; null if none
     * @throws CmsException {@link ErrorCode#COMMENT_NOT_FOUND}, {@link ErrorCode#COMMENT_HIDDEN}, {@link
     *     ErrorCode#COMMENT_TOKEN_WRONG}, {@link ErrorCode#COMMENT_EDIT_CLOSED}, {@link
     *     ErrorCode#COMMENT_TRASHED}, {@link ErrorCode#VERSION_MISMATCH} or {@link ErrorCode#VALIDATION_FAILED}
     */
    public CommentView edit(long id, CommentPatch changes, ExpectedVersion expected, String editToken, Actor actor) {
        var comment = editor.edit(id, changes, expected, editToken, actor);
        return view(changes.changesText() ? checked(comment) : comment, editToken, actor);
    }

    /** Moves a comment to the trash, for callers who may {@link #edit} it. */
    public CommentView withdraw(long id, ExpectedVersion expected, String editToken, Actor actor) {
        return view(moderator.withdraw(id, expected, editToken, actor), editToken, actor);
    }

    /**
     * Changes a comment for callers who may moderate it: all requested changes or none.
     *
     * @throws CmsException {@link ErrorCode#COMMENT_NOT_FOUND}, the refusal for this caller, {@link
     *     ErrorCode#POST_NOT_FOUND} for a target post that does not exist or that the caller may not change,
     *     {@link ErrorCode#COMMENT_DUPLICATE} or {@link ErrorCode#VALIDATION_FAILED}
     */
    public void moderate(long id, ModeratorPatch patch, Actor actor) {
        editor.moderate(id, patch, actor);
    }

    /**
     * Moves a comment to the trash, for callers who may moderate it.
     *
     * @throws CmsException {@link ErrorCode#COMMENT_NOT_FOUND}, the refusal for this caller, or {@link
     *     ErrorCode#COMMENT_TRASHED}
     */
    public void trash(long id, Actor actor) {
        moderator.trash(id, actor);
    }

    /**
     * Restores a comment from the trash or from spam with its former status.
     *
     * @throws CmsException {@link ErrorCode#COMMENT_NOT_FOUND} or {@link ErrorCode#COMMENT_NOT_TRASHED}
     */
    public CommentView restore(long id, ExpectedVersion expected, Actor actor) {
        var comment = moderator.restore(id, expected, actor);
        return policy.view(comment, true, false, avatar(comment));
    }

    /**
     * Deletes a comment permanently; the replies move to its parent.
     *
     * @throws CmsException {@link ErrorCode#COMMENT_NOT_FOUND} or the refusal for this caller
     */
    public void delete(long id, ExpectedVersion expected, Actor actor) {
        moderator.delete(id, expected, actor);
    }

    /**
     * Gives several comments one status, all or none.
     *
     * @return how many had another status before
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} that names each id without a comment that the
     *     caller may moderate as {@code ids/index}
     */
    public int changeStatus(List<Long> ids, CommentStatus status, Actor actor) {
        return moderator.changeStatus(ids, status, actor);
    }

    /**
     * Gives comments that match the filter and that the caller may moderate one status, at most {@value
     * CommentModerator#MAX_AT_ONCE} at once, latest first.
     */
    public BulkChange changeStatus(CommentFilter filter, CommentStatus status, Actor actor) {
        return moderator.changeStatus(filter, status, actor);
    }

    /**
     * The decisions on a comment and their causes, earliest first: the first status, then the latest {@value
     * CommentModerator#MAX_HISTORY}.
     */
    public List<HistoryEntry> history(long id, Actor actor) {
        return moderator.history(id, actor);
    }

    /** The comment after the spam detection services have answered, or the maximum wait has passed. */
    private Comment checked(Comment stored) {
        if (!queue.isOn() || stored.status() != CommentStatus.PENDING) {
            return stored;
        }
        checks.tryNow(stored.id());
        return submitter.read(stored.id());
    }

    private CommentView view(Comment comment, String editToken, Actor actor) {
        return policy.view(
                comment,
                policy.mayModerate(comment, actor),
                policy.isAuthor(comment, actor, editToken),
                avatar(comment));
    }

    /** The URL of a picture of its author; null if there is none. */
    private String avatar(Comment comment) {
        return avatars.of(List.of(comment)).get(comment.id());
    }
}
