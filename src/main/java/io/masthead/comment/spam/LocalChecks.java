package io.masthead.comment.spam;

import io.masthead.comment.Cause;
import io.masthead.comment.CommentStatus;
import io.masthead.comment.ModerationDecision;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

/** Runs the rules that decide inside the transaction; the strictest result counts. */
@ApplicationScoped
public class LocalChecks {

    private static final CheckResult.Kind MILDEST = CheckResult.Kind.CLEAR;

    private final List<SpamCheck> checks;

    LocalChecks(@All List<SpamCheck> checks) {
        this.checks = checks.stream()
                .filter(check -> check.stage() == SpamCheck.Stage.INSIDE_TRANSACTION)
                .sorted(Comparator.comparing(SpamCheck::name))
                .toList();
    }

    public ModerationDecision decide(ExaminedComment comment) {
        var strictest = checks.stream()
                .filter(SpamCheck::isOn)
                .map(check -> check.examine(comment))
                .filter(result -> result.kind() != MILDEST)
                .max(Comparator.comparing(CheckResult::kind))
                .orElse(CheckResult.CLEAR);
        return new ModerationDecision(status(strictest.kind()), Cause.RULE, strictest.reason());
    }

    private static CommentStatus status(CheckResult.Kind kind) {
        return switch (kind) {
            case CLEAR -> CommentStatus.APPROVED;
            case HOLD, UNKNOWN -> CommentStatus.PENDING;
            case SPAM -> CommentStatus.SPAM;
            case TRASH -> CommentStatus.TRASHED;
        };
    }
}
