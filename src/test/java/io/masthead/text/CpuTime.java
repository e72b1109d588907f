package io.masthead.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.junit.jupiter.api.function.Executable;

/** Limits the CPU time of work, however busy the machine is. */
public final class CpuTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Work that takes longer than this wall-clock time counts as endless. */
    private static final int PATIENCE = 12;

    private CpuTime() {}

    /** Fails if the work takes more CPU time, or does not end. */
    public static void isAtMost(Duration bound, Executable work) {
        assertTimeoutPreemptively(bound.multipliedBy(PATIENCE), () -> {
            var start = THREADS.getCurrentThreadCpuTime();
            work.execute();
            assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start))
                    .isLessThan(bound);
        });
    }
}
