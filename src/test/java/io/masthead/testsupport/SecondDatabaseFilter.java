package io.masthead.testsupport;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

import java.util.Arrays;

/**
 * Keeps the run on PostgreSQL to the tests that start Quarkus; the others would only repeat what
 * the first run said.
 */
public final class SecondDatabaseFilter implements PostDiscoveryFilter {

    @Override
    public FilterResult apply(TestDescriptor test) {
        if (!"postgresql".equals(System.getProperty("masthead.test.database"))) {
            return FilterResult.included("the first run has all tests");
        }
        return FilterResult.includedIf(
                test.getSource().map(SecondDatabaseFilter::startsQuarkus).orElse(true));
    }

    private static boolean startsQuarkus(TestSource source) {
        if (source instanceof ClassSource of) {
            return hasQuarkusTest(outermost(of.getJavaClass()));
        }
        if (source instanceof MethodSource of) {
            return hasQuarkusTest(outermost(of.getJavaClass()));
        }
        return true;
    }

    private static boolean hasQuarkusTest(Class<?> type) {
        // By name: Quarkus loads such classes, and their annotations, with a loader of its own.
        return Arrays.stream(type.getAnnotations())
                .anyMatch(
                        one -> one.annotationType().getName().equals(QuarkusTest.class.getName()));
    }

    private static Class<?> outermost(Class<?> type) {
        var outer = type;
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
        }
        return outer;
    }
}
