package io.masthead.platform.job;

import io.masthead.platform.event.Subject;
import java.util.List;
import java.util.Set;

/**
 * Updates rows of an earlier version of Masthead, in the background and in small batches. Implementations are
 * CDI beans; {@link RowUpgrades} runs them.
 */
public interface RowUpgrade {

    /** The plural noun for the log. */
    String noun();

    /** What the rows are part of. */
    Subject subject();

    /** The cache tags of the collections that can be searched for what the rows hold. */
    Set<String> collections();

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
