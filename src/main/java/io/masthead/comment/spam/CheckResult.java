package io.masthead.comment.spam;

import java.time.Duration;

/**
 * The result of a check of a comment.
 *
 * @param reason the name of the rule or other details, in snake case; at most 200 characters
 * @param askAgainAfter when to repeat the check; null for the default time, or never if the check has answered
 */
public record CheckResult(Kind kind, String reason, Duration askAgainAfter) {

    /** From the mildest to the strictest, except {@link #UNKNOWN}. */
    public enum Kind {
        /** No objection. */
        CLEAR,
        /** A moderator should look at it. */
        HOLD,
        SPAM,
        /** Not even worth moderating. */
        TRASH,
        /** The check cannot answer now. */
        UNKNOWN
    }

    public static final CheckResult CLEAR = new CheckResult(Kind.CLEAR, "", null);

    public static CheckResult of(Kind kind, String reason) {
        return new CheckResult(kind, reason, null);
    }

    /** @param askAgainAfter null for the default time */
    public static CheckResult unknown(String reason, Duration askAgainAfter) {
        return new CheckResult(Kind.UNKNOWN, reason, askAgainAfter);
    }
}
