package io.masthead.comment;

import io.masthead.audit.AuditEntry;
import io.masthead.audit.AuditTrail;
import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.Violations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.TreeSet;

/** What those who keep a comment decide of it: see {@link CommentPolicy}. */
@ApplicationScoped
@Transactional
public class CommentModeration {

    /** How much of an audit trail is told. */
    static final int MAX_HISTORY = 500;

    /** One transaction takes no more. */
    static final int MAX_AT_ONCE = 500;

    private final CommentRepository comments;
    private final CommentListRepository lists;
    private final CommentTransitions statuses;
    private final CommentDeletion removal;
    private final CommentPolicy policy;
    private final CommentAvatars avatars;
    private final AuditTrail audit;

    CommentModeration(
            CommentRepository comments,
            CommentListRepository lists,
            CommentTransitions statuses,
            CommentDeletion removal,
            CommentPolicy policy,
            CommentAvatars avatars,
            AuditTrail audit) {
        this.comments = comments;
        this.lists = lists;
        this.statuses = statuses;
        this.removal = removal;
        this.policy = policy;
        this.avatars = avatars;
        this.audit = audit;
    }

    /**
     * Gives many comments one status, all of them or none.
     *
     * @return how many had another one before
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} that names each id without a comment
     *     that the caller may moderate as {@code ids/index}
     */
    public int changeStatus(List<Long> ids, CommentStatus status, Actor actor) {
        CommentPolicy.requireAnyModeration(actor);
        var held = statuses.hold(new TreeSet<>(ids));
        held.values().removeIf(comment -> !policy.mayModerate(comment, actor));
        var violations = new Violations();
        for (int i = 0; i < ids.size(); i++) {
            violations.require(
                    held.containsKey(ids.get(i)), "ids/" + i, "comment_not_found", "There is no comment here.");
        }
        violations.throwIfAny();
        return statuses.enter(held.values(), new ModerationDecision(status, Cause.PERSON, ""), actor.userId());
    }

    /**
     * Gives comments that the caller may moderate one status, at most {@value #MAX_AT_ONCE} at once; those
     * that were written last come first.
     */
    public BulkChange changeStatus(CommentFilter filter, CommentStatus status, Actor actor) {
        CommentPolicy.requireAnyModeration(actor);
        var found = lists.others(filter, status, MAX_AT_ONCE + 1, actor);
        var taken = found.subList(0, Math.min(found.size(), MAX_AT_ONCE));
        var held = statuses.hold(new TreeSet<>(taken));
        var changed = statuses.enter(held.values(), new ModerationDecision(status, Cause.PERSON, ""), actor.userId());
        return new BulkChange(changed, found.size() > taken.size());
    }

    /**
     * What a change of many did.
     *
     * @param changed how many had another status before
     * @param more whether there are more
     */
    public record BulkChange(int changed, boolean more) {}

    /**
     * Takes out of the trash or the spam, back to the status it had.
     *
     * @throws CmsException {@link ErrorCode#COMMENT_NOT_FOUND} or {@link
     *     ErrorCode#COMMENT_NOT_TRASHED}
     */
    public CommentView restore(long id, ExpectedVersion expected, Actor actor) {
        var comment = held(id, actor, "restore");
        expected.check(comment.version());
        if (comment.status() != CommentStatus.TRASHED && comment.status() != CommentStatus.SPAM) {
            throw new CmsException(
                    ErrorCode.COMMENT_NOT_TRASHED, "This comment lies neither in the trash nor among the spam.");
        }
        statuses.restore(List.of(comment), actor.userId());
        comments.flush();
        comments.getEntityManager().refresh(comment);
        return policy.view(comment, true, false, avatars.of(List.of(comment)).get(id));
    }

    /** Deletes for good; the replies move up. */
    public void delete(long id, ExpectedVersion expected, Actor actor) {
        var comment = held(id, actor, "delete");
        expected.check(comment.version());
        removal.delete(comment, Cause.PERSON, actor.userId());
    }

    /**
     * Who decided what of a comment and why, earliest first; the latest {@value #MAX_HISTORY} of
     * it. It begins with what became of it when it came.
     */
    public List<HistoryEntry> history(long id, Actor actor) {
        CommentPolicy.requireAnyModeration(actor);
        var comment = comments.findByIdOptional(id).orElseThrow(CommentPolicy::notFound);
        policy.requireModeration(comment, actor, "read the history of");
        var entries = audit.latest(CommentTransitions.SUBJECT, id, MAX_HISTORY);
        return entries.isEmpty()
                ? List.of(HistoryEntry.first(comment))
                : entries.stream().map(CommentModeration::decision).toList();
    }

    private Comment held(long id, Actor actor, String what) {
        CommentPolicy.requireAnyModeration(actor);
        var comment = statuses.hold(id).orElseThrow(CommentPolicy::notFound);
        policy.requireModeration(comment, actor, what);
        return comment;
    }

    private static HistoryEntry decision(AuditEntry entry) {
        return new HistoryEntry(entry.at(), entry.actorId(), entry.action(), entry.cause(), entry.reason());
    }
}
