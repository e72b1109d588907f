package io.masthead.testsupport;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Prints at the end of a run which test classes it spent its time on. The start of a server counts
 * for the first class that uses it.
 */
public final class SlowestClasses implements TestExecutionListener {

    private static final int SHOWN = 10;

    private final Map<String, Long> started = new ConcurrentHashMap<>();
    private final Map<String, Long> nanos = new ConcurrentHashMap<>();

    @Override
    public void executionStarted(TestIdentifier test) {
        started.put(test.getUniqueId(), System.nanoTime());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        long begin = started.remove(test.getUniqueId());
        if (test.getSource().orElse(null) instanceof ClassSource of
                && !of.getClassName().contains("$")) {
            nanos.put(of.getClassName(), System.nanoTime() - begin);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        long total = nanos.values().stream().mapToLong(Long::longValue).sum();
        var slowest = nanos.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .map(one -> "%n%8.1f s  %s".formatted(one.getValue() / 1e9, one.getKey()))
                .collect(Collectors.joining());
        System.out.printf("%.0f s in %d test classes; the slowest:%s%n", total / 1e9, nanos.size(), slowest);
    }
}
