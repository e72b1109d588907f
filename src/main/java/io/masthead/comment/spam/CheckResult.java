package io.masthead.comment.spam;

import java.time.Duration;

/**
 * What a check thinks of a comment.
 *
 * @param reason the name of the rule or more of why, in snake case; at most 200 characters
 * @param askAgainAfter when to ask once more; null for the usual time, or never where the check has
 *     answered
 */
public record CheckResult(Kind kind, String reason, Duration askAgainAfter) {

    /** From the mildest to the strictest, {@link #UNKNOWN} apart. */
    public enum Kind {
        /** Nothing speaks against it. */
        CLEAR,
        /** A moderator should look at it. */
        HOLD,
        SPAM,
        /** Not even worth a look. */
        TRASH,
        /** The check cannot say now. */
        UNKNOWN
    }

    public static final CheckResult CLEAR = new CheckResult(Kind.CLEAR, "", null);

    public static CheckResult of(Kind kind, String reason) {
        return new CheckResult(kind, reason, null);
    }

    /** Nothing speaks against it so far, which may change. */
    public static CheckResult clearUntil(Duration askAgainAfter) {
        return new CheckResult(Kind.CLEAR, "", askAgainAfter);
    }

    /**
     * @param askAgainAfter null for the usual time
     */
    public static CheckResult unknown(String reason, Duration askAgainAfter) {
        return new CheckResult(Kind.UNKNOWN, reason, askAgainAfter);
    }
}
