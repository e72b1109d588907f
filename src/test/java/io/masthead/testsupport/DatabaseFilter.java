package io.masthead.testsupport;

import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Shares the tests between the two runs. PostgreSQL has all that start Quarkus; H2 has all that do
 * not, and of the others those marked with {@link OnBothDatabases}. A class that is named by {@code
 * -Dtest=} runs on either.
 */
public final class DatabaseFilter implements PostDiscoveryFilter {

    @Override
    public FilterResult apply(TestDescriptor test) {
        return FilterResult.includedIf(
                test.getSource().map(DatabaseFilter::runsHere).orElse(true));
    }

    private static boolean runsHere(TestSource source) {
        if (source instanceof ClassSource of) {
            return runsHere(outermost(of.getJavaClass()));
        }
        if (source instanceof MethodSource of) {
            return runsHere(outermost(of.getJavaClass()));
        }
        return true;
    }

    private static boolean runsHere(Class<?> type) {
        boolean startsQuarkus = has(type, QuarkusTest.class);
        if ("postgresql".equals(System.getProperty("masthead.test.database"))) {
            return startsQuarkus;
        }
        return !startsQuarkus
                || has(type, OnBothDatabases.class)
                || !System.getProperty("test", "").isBlank();
    }

    private static boolean has(Class<?> type, Class<? extends Annotation> wanted) {
        // By name: Quarkus loads such classes, and their annotations, with a loader of its own.
        return Arrays.stream(type.getAnnotations())
                .anyMatch(one -> one.annotationType().getName().equals(wanted.getName()));
    }

    private static Class<?> outermost(Class<?> type) {
        var outer = type;
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
        }
        return outer;
    }
}
