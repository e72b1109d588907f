package io.masthead.comment;

import java.time.Duration;

/**
 * What a check thinks of a comment.
 *
 * @param reason the name of the rule or more of why, in snake case; at most 200 characters
 * @param askAgainAfter when to ask once more; null for the usual time, or never where the check has
 *     answered
 */
public record Opinion(Kind kind, String reason, Duration askAgainAfter) {

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

    public static final Opinion CLEAR = new Opinion(Kind.CLEAR, "", null);

    public static Opinion of(Kind kind, String reason) {
        return new Opinion(kind, reason, null);
    }

    /** Nothing speaks against it so far, which may change. */
    public static Opinion clearUntil(Duration askAgainAfter) {
        return new Opinion(Kind.CLEAR, "", askAgainAfter);
    }

    /**
     * @param askAgainAfter null for the usual time
     */
    public static Opinion unknown(String reason, Duration askAgainAfter) {
        return new Opinion(Kind.UNKNOWN, reason, askAgainAfter);
    }
}
