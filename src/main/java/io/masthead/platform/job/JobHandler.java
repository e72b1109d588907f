package io.masthead.platform.job;

/**
 * Runs one kind of job. Implementations are CDI beans.
 *
 * <p>A node runs one job of a kind at a time. A job can run again after its node died, so it must be
 * idempotent.
 */
public interface JobHandler {

    /** The name of the kind, for example {@code "post.publish"}; at most 50 characters. */
    String kind();

    /** Whether this process can run such jobs; if not, it leaves them to others. */
    default boolean isOn() {
        return true;
    }

    /**
     * Runs the job, outside of any transaction. Exceptions are logged, except for {@link RetryLaterException},
     * and the job is retried: after 10 seconds, then after twice as long each time, at most an hour.
     *
     * @param subjectId as given to {@link Jobs#schedule}; the subject may have been deleted or changed since
     */
    void run(long subjectId);
}
