package io.masthead.platform.job;

import java.util.List;

/**
 * Brings rows that an earlier version of Masthead wrote to what this version writes, in the
 * background and in small batches. Implementations are CDI beans; {@link RowUpgrades} runs them.
 */
public interface RowUpgrade {

    /** What the rows are, in the plural, for the log. */
    String noun();

    /** Whether there are such rows. */
    boolean isDue();

    /**
     * Brings some rows up to date in the transaction of the caller. Rows that others change at the
     * same time must not be overwritten.
     *
     * @param after only those with greater ids
     * @param limit how many at most
     * @return the ids of those that were looked at, in ascending order; fewer than the limit where
     *     no more are left
     */
    List<Long> upgrade(long after, int limit);
}
