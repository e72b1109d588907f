package io.masthead.comment.spam;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The checks after the commit that the site uses. */
@ApplicationScoped
public class RemoteChecks {

    private final List<SpamCheck> checks;

    RemoteChecks(@All List<SpamCheck> checks) {
        this.checks = checks.stream()
                .filter(check -> check.stage() == SpamCheck.Stage.AFTER_COMMIT)
                .sorted(Comparator.comparing(SpamCheck::name))
                .toList();
    }

    public boolean areOn() {
        return on().findAny().isPresent();
    }

    /**
     * The strictest result. While one check cannot answer, the result is not clear; neither is it if the last
     * check has been turned off.
     */
    public CheckResult ask(ExaminedComment comment) {
        return on().map(check -> check.examine(comment))
                .max(Comparator.comparingInt(result -> weight(result.kind())))
                .orElseGet(() -> CheckResult.unknown("nobody asked", null));
    }

    /** Whether all of them have accepted the report. */
    public boolean report(ExaminedComment comment, boolean spam) {
        return on().allMatch(check -> check.report(comment, spam));
    }

    private Stream<SpamCheck> on() {
        return checks.stream().filter(SpamCheck::isOn);
    }

    private static int weight(CheckResult.Kind kind) {
        return switch (kind) {
            case CLEAR -> 0;
            case HOLD -> 1;
            case UNKNOWN -> 2;
            case SPAM -> 3;
            case TRASH -> 4;
        };
    }
}
