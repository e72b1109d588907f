package io.masthead.comment;

import io.masthead.comment.spam.CheckQueue;
import io.masthead.comment.thread.ThreadRepository;
import io.masthead.platform.audit.AuditRecord;
import io.masthead.platform.audit.AuditTrail;
import io.masthead.post.PostAccess;
import io.masthead.setting.SettingService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Changes the status of comments with all its consequences. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CommentTransitions {

    static final String SUBJECT = "comment";

    private final CommentRepository comments;
    private final ThreadRepository threads;
    private final CommentCounters counters;
    private final CommentFingerprints fingerprints;
    private final PostAccess posts;
    private final SettingService settings;
    private final AuditTrail audit;
    private final CheckQueue queue;
    private final CommentEvents events;

    CommentTransitions(
            CommentRepository comments,
            ThreadRepository threads,
            CommentCounters counters,
            CommentFingerprints fingerprints,
            PostAccess posts,
            SettingService settings,
            AuditTrail audit,
            CheckQueue queue,
            CommentEvents events) {
        this.comments = comments;
        this.threads = threads;
        this.counters = counters;
        this.fingerprints = fingerprints;
        this.posts = posts;
        this.settings = settings;
        this.audit = audit;
        this.queue = queue;
        this.events = events;
    }

    /** The current comment, without a lock. */
    public Optional<Comment> find(long id) {
        return comments.findByIdOptional(id);
    }

    /** The comment, locked with its thread until the end of the transaction; empty if it no longer exists. */
    public Optional<Comment> lock(long id) {
        return Optional.ofNullable(lock(List.of(id)).get(id));
    }

    /** As {@link #lock(long)}, for several comments. */
    Map<Long, Comment> lock(Collection<Long> ids) {
        posts.lock(comments.postsOf(ids));
        return comments.lock(new TreeSet<>(ids));
    }

    /**
     * Changes the status of locked comments: updates their threads and the counts of their posts, and writes
     * the audit trail. Comments that already have the status are skipped.
     *
     * @param actorId the user who decided; null if no user did
     * @return how many had another status before
     */
    public int changeStatus(Collection<Comment> locked, ModerationDecision decision, Long actorId) {
        return change(locked, actorId, comment -> decision);
    }

    /**
     * Gives locked comments the status back that they had before they became spam or were moved to the trash.
     */
    int restore(Collection<Comment> locked, Long actorId) {
        return change(
                locked,
                actorId,
                comment -> new ModerationDecision(
                        comment.statusBefore() == null ? CommentStatus.PENDING : comment.statusBefore(),
                        Cause.PERSON,
                        "restored"));
    }

    /** Records an action that does not change the status, such as an edit. */
    void record(Comment comment, String action, Cause cause, String reason, Long actorId) {
        recordFirstStatus(comment);
        audit.record(auditRecord(comment, action, cause, reason, actorId));
    }

    /** Prepares the deletion of a locked comment: removes it from the thread and the counts. */
    void beforeDelete(Comment comment, Cause cause, Long actorId) {
        if (comment.isApproved()) {
            hide(comment);
        }
        int moved = threads.reparentReplies(comment);
        record(comment, "deleted", cause, "", actorId);
        events.deleted(comment, moved > 0, actorId);
        counters.add(Map.of(comment.status(), -1));
    }

    private int change(Collection<Comment> locked, Long actorId, Function<Comment, ModerationDecision> decisions) {
        var counted = new EnumMap<CommentStatus, Integer>(CommentStatus.class);
        int changed = 0;
        for (var comment : locked) {
            var decision = decisions.apply(comment);
            if (comment.status() != decision.status()) {
                counted.merge(comment.status(), -1, Integer::sum);
                counted.merge(decision.status(), 1, Integer::sum);
                change(comment, decision, actorId);
                changed++;
            }
        }
        comments.flush();
        counters.add(counted);
        return changed;
    }

    private void change(Comment comment, ModerationDecision decision, Long actorId) {
        recordFirstStatus(comment);
        var wasApproved = comment.isApproved();
        var wasSpam = comment.isOrWasSpam();
        var before = comment.status();
        comment.changeStatus(decision.status(), decision.cause(), decision.reason());
        comment.setFingerprint(decision.status() == CommentStatus.TRASHED ? null : fingerprints.unusedOf(comment));
        comments.flush();
        if (wasApproved) {
            hide(comment);
        } else if (comment.isApproved()) {
            comments.countOnPost(comment, 1);
            if (comment.type() == CommentType.COMMENT) {
                threads.show(comment, settings.get().commentsMaxDepth());
            }
        }
        if (decision.cause() == Cause.PERSON
                && (wasSpam ? decision.isApprovedOrPending() : decision.status() == CommentStatus.SPAM)) {
            queue.report(comment.id());
        }
        audit.record(auditRecord(comment, word(decision.status()), decision.cause(), decision.reason(), actorId));
        events.statusChanged(comment, before, actorId);
    }

    private void hide(Comment comment) {
        comments.countOnPost(comment, -1);
        if (comment.type() == CommentType.COMMENT) {
            threads.hide(comment);
        }
    }

    /** The first status is recorded only when another entry follows; until then the comment itself tells it. */
    private void recordFirstStatus(Comment comment) {
        if (audit.latest(SUBJECT, comment.id(), 1).isEmpty()) {
            audit.record(
                    auditRecord(comment, word(comment.status()), comment.verdict(), comment.verdictReason(), null),
                    comment.createdAt());
        }
    }

    private static AuditRecord auditRecord(Comment comment, String action, Cause cause, String reason, Long actorId) {
        return new AuditRecord(actorId, SUBJECT, comment.id(), action, word(cause), reason);
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
