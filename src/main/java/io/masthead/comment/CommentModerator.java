package io.masthead.comment;

import io.masthead.comment.query.CommentFilter;
import io.masthead.comment.query.CommentQueries;
import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.Violations;
import io.masthead.platform.audit.AuditEntry;
import io.masthead.platform.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.TreeSet;

/** Changes the status of comments and deletes them; each change in one transaction. */
@ApplicationScoped
@Transactional
class CommentModerator {

    /** The maximum of history entries returned. */
    static final int MAX_HISTORY = 500;

    /** The maximum per transaction. */
    static final int MAX_AT_ONCE = 500;

    private final CommentRepository comments;
    private final CommentQueries queries;
    private final CommentTransitions transitions;
    private final CommentDeletion deletion;
    private final CommentPolicy policy;
    private final AuditTrail audit;

    CommentModerator(
            CommentRepository comments,
            CommentQueries queries,
            CommentTransitions transitions,
            CommentDeletion deletion,
            CommentPolicy policy,
            AuditTrail audit) {
        this.comments = comments;
        this.queries = queries;
        this.transitions = transitions;
        this.deletion = deletion;
        this.policy = policy;
        this.audit = audit;
    }

    /**
     * Gives several comments one status, all or none.
     *
     * @return how many had another status before
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} that names each id without a comment that the
     *     caller may moderate as {@code ids/index}
     */
    int changeStatus(List<Long> ids, CommentStatus status, Actor actor) {
        CommentPolicy.requireAnyModeration(actor);
        var locked = transitions.lock(new TreeSet<>(ids));
        locked.values().removeIf(comment -> !policy.mayModerate(comment, actor));
        var violations = new Violations();
        for (int i = 0; i < ids.size(); i++) {
            violations.require(
                    locked.containsKey(ids.get(i)), "ids/" + i, "comment_not_found", "There is no comment here.");
        }
        violations.throwIfAny();
        return transitions.changeStatus(
                locked.values(), new ModerationDecision(status, Cause.PERSON, ""), actor.userId());
    }

    /**
     * Gives comments that the caller may moderate one status, at most {@value #MAX_AT_ONCE} at once, latest
     * first.
     */
    BulkChange changeStatus(CommentFilter filter, CommentStatus status, Actor actor) {
        CommentPolicy.requireAnyModeration(actor);
        var found = queries.idsWithOtherStatus(filter, status, MAX_AT_ONCE + 1, actor);
        var taken = found.subList(0, Math.min(found.size(), MAX_AT_ONCE));
        var locked = transitions.lock(new TreeSet<>(taken));
        var changed = transitions.changeStatus(
                locked.values(), new ModerationDecision(status, Cause.PERSON, ""), actor.userId());
        return new BulkChange(changed, found.size() > taken.size());
    }

    /**
     * Moves a comment to the trash.
     *
     * @throws CmsException {@link ErrorCode#COMMENT_NOT_FOUND}, the refusal for this caller, or {@link
     *     ErrorCode#COMMENT_TRASHED}
     */
    void trash(long id, Actor actor) {
        var comment = lockForModeration(id, actor, "delete");
        if (comment.status() == CommentStatus.TRASHED) {
            throw new CmsException(ErrorCode.COMMENT_TRASHED, "This comment is already in the trash.");
        }
        transitions.changeStatus(
                List.of(comment), new ModerationDecision(CommentStatus.TRASHED, Cause.PERSON, ""), actor.userId());
    }

    /** Moves a comment to the trash; one that is there already stays unchanged. */
    Comment withdraw(long id, ExpectedVersion expected, String editToken, Actor actor) {
        var comment = transitions.lock(id).orElseThrow(CommentPolicy::notFound);
        policy.requireChange(comment, actor, editToken, "withdraw");
        expected.check(comment.version());
        transitions.changeStatus(
                List.of(comment),
                new ModerationDecision(
                        CommentStatus.TRASHED, Cause.PERSON, policy.mayModerate(comment, actor) ? "" : "withdrawn"),
                actor.userId());
        return comments.reread(comment);
    }

    /**
     * Restores a comment from the trash or from spam with its former status.
     *
     * @throws CmsException {@link ErrorCode#COMMENT_NOT_FOUND} or {@link ErrorCode#COMMENT_NOT_TRASHED}
     */
    Comment restore(long id, ExpectedVersion expected, Actor actor) {
        var comment = lockForModeration(id, actor, "restore");
        expected.check(comment.version());
        if (comment.status() != CommentStatus.TRASHED && comment.status() != CommentStatus.SPAM) {
            throw new CmsException(ErrorCode.COMMENT_NOT_TRASHED, "This comment is neither in the trash nor spam.");
        }
        transitions.restore(List.of(comment), actor.userId());
        return comments.reread(comment);
    }

    /** Deletes permanently; the replies move to the comment's parent. */
    void delete(long id, ExpectedVersion expected, Actor actor) {
        var comment = lockForModeration(id, actor, "delete");
        expected.check(comment.version());
        deletion.delete(comment, Cause.PERSON, actor.userId());
    }

    /**
     * The decisions on a comment and their causes, earliest first: the first status, then the latest {@value
     * #MAX_HISTORY}.
     */
    List<HistoryEntry> history(long id, Actor actor) {
        CommentPolicy.requireAnyModeration(actor);
        var comment = comments.findByIdOptional(id).orElseThrow(CommentPolicy::notFound);
        policy.requireModeration(comment, actor, "read the history of");
        var entries = audit.latest(CommentTransitions.SUBJECT, id, MAX_HISTORY);
        return entries.isEmpty()
                ? List.of(HistoryEntry.first(comment))
                : entries.stream().map(CommentModerator::decision).toList();
    }

    private Comment lockForModeration(long id, Actor actor, String what) {
        CommentPolicy.requireAnyModeration(actor);
        var comment = transitions.lock(id).orElseThrow(CommentPolicy::notFound);
        policy.requireModeration(comment, actor, what);
        return comment;
    }

    private static HistoryEntry decision(AuditEntry entry) {
        return new HistoryEntry(entry.at(), entry.actorId(), entry.action(), entry.cause(), entry.reason());
    }
}
