package io.masthead.platform.lane;

import io.masthead.kernel.Costly;
import jakarta.inject.Singleton;
import jakarta.interceptor.InvocationContext;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The lane of all costly reads: however many run, other reads find a core, a thread and a database connection.
 */
@Singleton
public class CostlyReads {

    /** Half of the database connections, whatever the number of cores. */
    private static final int DEFAULT_MAX = 10;

    private final Lane lane;

    CostlyReads(CostlyReadConfig config) {
        this.lane = new Lane(
                "Too many searches and other costly reads are running",
                config.atOnce().orElseGet(() -> Math.min(Lane.allCoresButOne(), DEFAULT_MAX)),
                config.waiting(),
                config.patience());
    }

    /**
     * Runs all of the work as one entry. Methods marked with {@link BoundedReads} within it do not enter again.
     *
     * @throws io.masthead.kernel.CmsException as {@link Lane#run}
     */
    public <T> T pass(Supplier<T> work) {
        return lane.get(work);
    }

    Lane lane() {
        return lane;
    }

    static boolean isCostly(InvocationContext invocation) {
        return Stream.of(invocation.getParameters())
                .anyMatch(argument -> argument instanceof Costly query && query.isCostly());
    }
}
