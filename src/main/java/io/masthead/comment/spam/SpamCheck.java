package io.masthead.comment.spam;

/**
 * A check of new comments. Implementations are CDI beans; all of them are asked, and the strictest result
 * counts.
 */
public interface SpamCheck {

    /** When a check runs. */
    enum Stage {
        /** Before the comment is stored, in its transaction: rules that need no remote service. */
        INSIDE_TRANSACTION,
        /**
         * After the comment is stored, outside of any transaction: services that may be slow or fail. Until one
         * has answered, the comment is not shown.
         */
        AFTER_COMMIT
    }

    Stage stage();

    /** The name of the check in the audit trail, such as {@code "akismet"}. */
    String name();

    /** Whether the site uses it. */
    boolean isOn();

    /**
     * Must not throw: a check that cannot answer returns {@code UNKNOWN}. A remote check answers within a few
     * seconds.
     */
    CheckResult examine(ExaminedComment comment);

    /**
     * Reports a person's decision. Only checks after the commit are told.
     *
     * @return whether it was accepted; otherwise it is tried again later
     */
    default boolean report(ExaminedComment comment, boolean spam) {
        return true;
    }
}
