package io.masthead.platform.job;

import java.util.List;

/**
 * Updates rows of an earlier version of Masthead, in the background and in small batches. Implementations are
 * CDI beans; {@link RowUpgrades} runs them.
 */
public interface RowUpgrade {

    /** The plural noun for the log. */
    String noun();

    /**
     * Finds outdated rows.
     *
     * @param after only those with greater ids
     * @return their ids in ascending order, at most the limit
     */
    List<Long> outdated(long after, int limit);

    /**
     * Updates rows in the transaction of the caller. Concurrent changes must not be overwritten; missing rows
     * are skipped.
     */
    void upgrade(List<Long> ids);
}
