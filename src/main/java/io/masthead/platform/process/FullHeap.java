package io.masthead.platform.process;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * Whether the heap stays full though the collector has tried again and again. Then the errors may
 * never come: a server that does little but collect fails nothing and answers nobody.
 */
final class FullHeap {

    private static final double FULL = 0.97;

    /** So many collections in a row, each of which has found next to nothing. */
    private static final int IN_VAIN = 5;

    private final List<MemoryPoolMXBean> pools;
    private long before;
    private long inVain;

    private FullHeap(List<MemoryPoolMXBean> pools) {
        this.pools = pools;
    }

    /** Of this JVM; it knows nothing where the JVM does not tell. */
    static FullHeap ofThisProcess() {
        var pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .filter(MemoryPoolMXBean::isCollectionUsageThresholdSupported)
                // Where the old ones are: the young are emptied or overflow there.
                .filter(MemoryPoolMXBean::isUsageThresholdSupported)
                .filter(pool -> pool.getUsage().getMax() > 0)
                .toList();
        pools.forEach(pool ->
                pool.setCollectionUsageThreshold((long) (FULL * pool.getUsage().getMax())));
        return new FullHeap(pools);
    }

    boolean isKnown() {
        return !pools.isEmpty();
    }

    /** Asked at short intervals. */
    boolean isLasting() {
        long full = 0;
        boolean still = false;
        for (int i = 0; i < pools.size(); i++) {
            full += pools.get(i).getCollectionUsageThresholdCount();
            still |= pools.get(i).isCollectionUsageThresholdExceeded();
        }
        return isLasting(full, still);
    }

    /**
     * @param full how many collections have left the heap full so far
     * @param still whether the last one has
     */
    boolean isLasting(long full, boolean still) {
        inVain = still ? inVain + full - before : 0;
        before = full;
        return inVain >= IN_VAIN;
    }

    /** One that is told what there is. */
    static FullHeap told() {
        return new FullHeap(List.of());
    }
}
