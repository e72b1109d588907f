package io.masthead.platform.job;

import java.util.List;

/**
 * Updates rows that an earlier version of Masthead wrote, in the background and in small batches.
 * Implementations are CDI beans; {@link RowUpgrades} runs them.
 */
public interface RowUpgrade {

    /** What the rows are, in the plural, for the log. */
    String noun();

    /**
     * Finds rows that are out of date.
     *
     * @param after only those with greater ids
     * @return their ids in ascending order, at most the limit
     */
    List<Long> outdated(long after, int limit);

    /**
     * Updates rows in the transaction of the caller. Rows that others change at the same time must
     * not be overwritten; rows that are gone are left out.
     */
    void upgrade(List<Long> ids);
}
