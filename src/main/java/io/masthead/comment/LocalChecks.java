package io.masthead.comment;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

/** Asks the rules that decide inside the transaction; the strictest opinion counts. */
@ApplicationScoped
class LocalChecks {

    private static final Opinion.Kind MILDEST = Opinion.Kind.CLEAR;

    private final List<SpamCheck> checks;

    LocalChecks(@All List<SpamCheck> checks) {
        this.checks = checks.stream()
                .filter(check -> check.stage() == SpamCheck.Stage.INSIDE_TRANSACTION)
                .sorted(Comparator.comparing(SpamCheck::name))
                .toList();
    }

    Verdict decide(ExaminedComment comment) {
        var strictest = checks.stream()
                .filter(SpamCheck::isOn)
                .map(check -> check.examine(comment))
                .filter(opinion -> opinion.kind() != MILDEST)
                .max(Comparator.comparing(Opinion::kind))
                .orElse(Opinion.CLEAR);
        return new Verdict(status(strictest.kind()), Cause.RULE, strictest.reason());
    }

    private static CommentStatus status(Opinion.Kind kind) {
        return switch (kind) {
            case CLEAR -> CommentStatus.APPROVED;
            case HOLD, UNKNOWN -> CommentStatus.PENDING;
            case SPAM -> CommentStatus.SPAM;
            case TRASH -> CommentStatus.TRASHED;
        };
    }
}
