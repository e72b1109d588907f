package io.masthead.comment;

import io.masthead.audit.AuditTrail;
import io.masthead.audit.Deed;
import io.masthead.post.PostService;
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

/** Moves comments from one status to another, with all that follows from it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class StatusChanges {

    static final String SUBJECT = "comment";

    private final CommentRepository comments;
    private final ThreadRepository threads;
    private final CommentTally tally;
    private final CommentFingerprints fingerprints;
    private final PostService posts;
    private final SettingService settings;
    private final AuditTrail audit;
    private final CheckQueue queue;

    StatusChanges(
            CommentRepository comments,
            ThreadRepository threads,
            CommentTally tally,
            CommentFingerprints fingerprints,
            PostService posts,
            SettingService settings,
            AuditTrail audit,
            CheckQueue queue) {
        this.comments = comments;
        this.threads = threads;
        this.tally = tally;
        this.fingerprints = fingerprints;
        this.posts = posts;
        this.settings = settings;
        this.audit = audit;
        this.queue = queue;
    }

    /**
     * The comment, held still with its thread until the end of the transaction; nothing if it is
     * gone.
     */
    Optional<Comment> hold(long id) {
        return Optional.ofNullable(hold(List.of(id)).get(id));
    }

    /** As {@link #hold(long)}, for many at once. */
    Map<Long, Comment> hold(Collection<Long> ids) {
        posts.hold(comments.postsOf(ids));
        return comments.lock(new TreeSet<>(ids));
    }

    /**
     * Gives a comment another status: its thread closes or opens around it, its post counts anew,
     * and the audit trail is told. Nothing happens if it has that status already or is gone.
     *
     * @param reason more of why; empty for nothing
     * @param actorId the user who decided; null where no user did
     */
    void enter(long id, CommentStatus status, Cause cause, String reason, Long actorId) {
        var verdict = new Verdict(status, cause, reason);
        hold(id).ifPresent(comment -> enter(List.of(comment), verdict, actorId));
    }

    /**
     * As {@link #enter(long, CommentStatus, Cause, String, Long)}, for comments that are held.
     *
     * @return how many had another status before
     */
    int enter(Collection<Comment> held, Verdict verdict, Long actorId) {
        return change(held, actorId, comment -> verdict);
    }

    /** Gives comments that are held the status back that they had before they left sight. */
    int restore(Collection<Comment> held, Long actorId) {
        return change(
                held,
                actorId,
                comment -> new Verdict(
                        comment.statusBefore() == null ? CommentStatus.PENDING : comment.statusBefore(),
                        Cause.PERSON,
                        "restored"));
    }

    /** A deed that leaves the status as it is, such as an edit. */
    void note(Comment comment, String action, Cause cause, String reason, Long actorId) {
        rememberBeginning(comment);
        audit.record(deed(comment, action, cause, reason, actorId));
    }

    /** Before a comment that is held is deleted: as if it had left sight, and counted no more. */
    void takeLeave(Comment comment, Cause cause, Long actorId) {
        if (comment.isApproved()) {
            leaveSight(comment);
        }
        threads.bequeath(comment);
        note(comment, "deleted", cause, "", actorId);
        tally.add(Map.of(comment.status(), -1));
    }

    private int change(Collection<Comment> held, Long actorId, Function<Comment, Verdict> verdicts) {
        var counted = new EnumMap<CommentStatus, Integer>(CommentStatus.class);
        int changed = 0;
        for (var comment : held) {
            var verdict = verdicts.apply(comment);
            if (comment.status() != verdict.status()) {
                counted.merge(comment.status(), -1, Integer::sum);
                counted.merge(verdict.status(), 1, Integer::sum);
                change(comment, verdict, actorId);
                changed++;
            }
        }
        comments.flush();
        tally.add(counted);
        return changed;
    }

    private void change(Comment comment, Verdict verdict, Long actorId) {
        rememberBeginning(comment);
        var wasApproved = comment.isApproved();
        var wasSpam = comment.isTakenForSpam();
        comment.enter(verdict.status(), verdict.cause(), verdict.reason());
        comment.mark(verdict.status() == CommentStatus.TRASHED ? null : fingerprints.freeOf(comment));
        comments.flush();
        if (wasApproved) {
            leaveSight(comment);
        } else if (comment.isApproved()) {
            comments.countOnPost(comment, 1);
            if (comment.type() == CommentType.COMMENT) {
                threads.open(comment, settings.get().commentsMaxDepth());
            }
        }
        if (verdict.cause() == Cause.PERSON
                && (wasSpam ? verdict.isShownOrHeld() : verdict.status() == CommentStatus.SPAM)) {
            queue.report(comment.id());
        }
        audit.record(deed(comment, word(verdict.status()), verdict.cause(), verdict.reason(), actorId));
    }

    private void leaveSight(Comment comment) {
        comments.countOnPost(comment, -1);
        if (comment.type() == CommentType.COMMENT) {
            threads.close(comment);
        }
    }

    /** The comment itself tells how it began, until something more is to be told of it. */
    private void rememberBeginning(Comment comment) {
        if (audit.latest(SUBJECT, comment.id(), 1).isEmpty()) {
            audit.record(
                    deed(comment, word(comment.status()), comment.verdict(), comment.verdictReason(), null),
                    comment.createdAt());
        }
    }

    private static Deed deed(Comment comment, String action, Cause cause, String reason, Long actorId) {
        return new Deed(actorId, SUBJECT, comment.id(), action, word(cause), reason);
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
