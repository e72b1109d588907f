package io.masthead.platform.process;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * Detects a heap that stays full despite repeated collections. In that state an OutOfMemoryError may never
 * come: the server mostly collects garbage, fails nothing and answers nobody.
 */
final class FullHeap {

    private static final double FULL = 0.97;

    /** The number of successive collections that freed next to nothing. */
    private static final int FUTILE_COLLECTIONS = 5;

    private final List<MemoryPoolMXBean> pools;
    private long before;
    private long futile;

    private FullHeap(List<MemoryPoolMXBean> pools) {
        this.pools = pools;
    }

    /** Of this JVM; inactive if the JVM does not report it. */
    static FullHeap ofThisProcess() {
        var pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .filter(MemoryPoolMXBean::isCollectionUsageThresholdSupported)
                // The old generation: the young one is emptied or overflows into it.
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

    /** Must be called at short intervals. */
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
     * @param full the number of collections that left the heap full so far
     * @param still whether the last one did
     */
    boolean isLasting(long full, boolean still) {
        futile = still ? futile + full - before : 0;
        before = full;
        return futile >= FUTILE_COLLECTIONS;
    }

    /** One that is given the values. */
    static FullHeap withValues() {
        return new FullHeap(List.of());
    }
}
