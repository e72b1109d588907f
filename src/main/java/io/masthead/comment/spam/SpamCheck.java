package io.masthead.comment.spam;

/**
 * One check of new comments. Implementations are CDI beans; all of them are asked, and the
 * strictest result counts.
 */
public interface SpamCheck {

    /** When a check is asked. */
    enum Stage {
        /**
         * Before the comment is stored, in its transaction: rules that need nothing from outside.
         */
        INSIDE_TRANSACTION,
        /**
         * After the comment is stored, outside of any transaction: services that may take their
         * time or not answer. Until one has, the comment is not shown.
         */
        AFTER_COMMIT
    }

    Stage stage();

    /** Names the check in the audit trail, such as {@code "akismet"}. */
    String name();

    /** Whether the site uses it at all. */
    boolean isOn();

    /**
     * Must not throw: a check that cannot answer says so. One that asks others answers within a few
     * seconds.
     */
    CheckResult examine(ExaminedComment comment);

    /**
     * Learns what a person has decided. Only checks that are asked after the commit are told.
     *
     * @return whether it was taken note of; otherwise it is tried again later
     */
    default boolean learn(ExaminedComment comment, boolean spam) {
        return true;
    }
}
