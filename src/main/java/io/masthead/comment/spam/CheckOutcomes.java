package io.masthead.comment.spam;

import io.masthead.comment.Cause;
import io.masthead.comment.Comment;
import io.masthead.comment.CommentStatus;
import io.masthead.comment.CommentTransitions;
import io.masthead.comment.ModerationDecision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Prepares requests to services and applies their answers; each in a short transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class CheckOutcomes {

    private final CommentCheckRepository checks;
    private final CommentTransitions transitions;
    private final CheckQueue queue;

    CheckOutcomes(CommentCheckRepository checks, CommentTransitions transitions, CheckQueue queue) {
        this.checks = checks;
        this.transitions = transitions;
        this.queue = queue;
    }

    /** A person's decision, for the services that were asked. */
    record Report(ExaminedComment comment, boolean spam) {}

    /** The comment to check; empty if it no longer exists. */
    Optional<ExaminedComment> toCheck(long id) {
        return checks.findByIdOptional(id)
                .map(check -> check.isAnswered() ? check.examined().again("recheck_queue") : check.examined());
    }

    /** Whether no service has answered yet. */
    boolean isOpen(long id) {
        return checks.findByIdOptional(id).filter(check -> !check.isAnswered()).isPresent();
    }

    /**
     * A person's decision in the meantime stands, whatever the answer. An answer about a text that has changed
     * since is ignored; the new text has its own check.
     */
    void apply(ExaminedComment asked, CheckResult result) {
        var id = asked.id();
        var comment = transitions.lock(id).orElse(null);
        var check = checks.findById(id);
        if (comment == null || check == null || !isUndecided(comment, check)) {
            queue.done(id);
            return;
        }
        if (!check.examined().again("").equals(asked.again(""))) {
            return;
        }
        switch (result.kind()) {
            case UNKNOWN -> {
                var usual = CheckQueue.delayAfter(check.failedOnceMore());
                queue.checkAgain(id, result.askAgainAfter() == null ? usual : result.askAgainAfter());
                return;
            }
            case SPAM -> changeStatus(comment, CommentStatus.SPAM, result);
            case TRASH -> changeStatus(comment, CommentStatus.TRASHED, result);
            case CLEAR -> changeStatus(comment, check.clearedStatus(), result);
            case HOLD -> {}
        }
        // One repetition is enough, however often a service asks for it.
        var last = check.isAnswered() || result.askAgainAfter() == null;
        check.answered(result.kind());
        if (last) {
            queue.done(id);
        } else {
            queue.checkAgain(id, result.askAgainAfter());
        }
    }

    /** Empty if there is nothing (left) to report. */
    Optional<Report> toReport(long id) {
        var check = checks.findById(id);
        var comment = transitions.find(id).orElse(null);
        return check == null || comment == null || comment.status() == CommentStatus.TRASHED
                ? Optional.empty()
                : Optional.of(new Report(check.examined(), comment.status() == CommentStatus.SPAM));
    }

    void postponeReport(long id) {
        checks.findByIdOptional(id).ifPresent(check -> queue.reportAgain(id, check.failedOnceMore()));
    }

    private void changeStatus(Comment comment, CommentStatus status, CheckResult result) {
        transitions.changeStatus(
                List.of(comment), new ModerationDecision(status, Cause.SERVICE, result.reason()), null);
    }

    /** Pending, or approved until the check is repeated. */
    private static boolean isUndecided(Comment comment, CommentCheck check) {
        return comment.verdict() != Cause.PERSON
                && (comment.status() == CommentStatus.PENDING || (check.isAnswered() && comment.isApproved()));
    }
}
