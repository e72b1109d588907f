package io.masthead.platform.job;

/**
 * Does the work of one kind of job. Implementations are CDI beans.
 *
 * <p>A node runs one job of a kind at a time. A job can run again after its node died, so its work
 * must be such that doing it twice does no harm.
 */
public interface JobHandler {

    /** Names the work in the queue, for example {@code "post.publish"}; at most 50 characters. */
    String kind();

    /**
     * Does the work, outside of any transaction. Whatever it throws is logged, and the job is tried
     * again later: after 10 seconds, then after twice as long each time, at most an hour.
     *
     * @param subjectId as given to {@link Jobs#schedule}; the subject may be gone or changed since
     */
    void run(long subjectId);
}
