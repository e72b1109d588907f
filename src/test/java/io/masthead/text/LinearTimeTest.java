package io.masthead.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.masthead.text.content.RenderedContent;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Twice the text costs about twice the time, whatever its content. CPU times of one run are compared with each
 * other, so that the speed and load of the machine make no difference.
 */
class LinearTimeTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int LONGEST = 16 * 1024;
    private static final int SHORTEST = 4 * 1024;

    /** Shorter times are not worth measuring. */
    private static final long NEGLIGIBLE_NANOS = 15_000_000;

    /** The limit for a text that would be refused at twice the length, by any function. */
    private static final long BOUNDED_NANOS = 50_000_000;

    /** Two for linear time, four for quadratic time. */
    private static final double MOST = 3;

    private static final int ROUNDS = 12;

    /** A call of a function, with all arguments but the text. */
    private record Function(Method method, ContentFormat format) {

        String name() {
            return method.getDeclaringClass().getSimpleName()
                    + "."
                    + method.getName()
                    + (format == null ? "" : " of " + format)
                    + (method.getParameterCount() > 1 ? ", " + method.getParameterCount() : "");
        }

        /** Its time, and whether it refuses the text. */
        Cost of(String text) {
            var arguments = arguments(text);
            long start = THREADS.getCurrentThreadCpuTime();
            boolean refused = false;
            try {
                method.invoke(null, arguments);
            } catch (InvocationTargetException e) {
                refused = e.getCause() instanceof ContentTooComplexException;
                if (!refused) {
                    throw new AssertionError(name() + " fails", e.getCause());
                }
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
            return new Cost(THREADS.getCurrentThreadCpuTime() - start, refused);
        }

        private Object[] arguments(String text) {
            var types = method.getParameterTypes();
            var arguments = new Object[types.length];
            for (int i = 0; i < types.length; i++) {
                arguments[i] = argument(types[i], i == 0 ? text : "x\n" + text);
            }
            return arguments;
        }

        private Object argument(Class<?> type, String text) {
            if (type == String.class) {
                return text;
            } else if (type == ContentFormat.class) {
                return format;
            } else if (type == RenderedContent.class) {
                return new RenderedContent("", text);
            } else if (type == List.class) {
                return List.of(text);
            } else if (type == java.util.function.Function.class) {
                return (java.util.function.Function<Object, String>) block -> "";
            } else if (type == Supplier.class) {
                return (Supplier<String>) () -> text;
            } else if (type == int.class) {
                return 55;
            } else if (type == boolean.class) {
                return true;
            } else if (type == long.class) {
                return 1L;
            }
            return fail("%s takes a %s: say here what to give to it", name(), type);
        }
    }

    private record Cost(long nanos, boolean refused) {}

    @Test
    void public_functions_are_found() {
        assertThat(functions())
                .extracting(Function::name)
                .contains("WordPressRendering.content", "ContentRenderer.render of MARKDOWN, 2", "Slugs.from");
    }

    @TestFactory
    Stream<DynamicTest> each_public_function_takes_twice_as_long_for_twice_the_text() {
        var texts = HostileTexts.all();
        return functions().stream()
                .map(function -> DynamicTest.dynamicTest(
                        function.name(), () -> texts.forEach((name, text) -> compare(function, name, text))));
    }

    /** At the greatest length that is not refused; refusals take linear time too. */
    private static void compare(Function function, String name, IntFunction<String> text) {
        long negligible = NEGLIGIBLE_NANOS;
        for (int length = LONGEST; length >= SHORTEST; length /= 2) {
            var cost = function.of(text.apply(length));
            if (cost.nanos() > negligible) {
                compare(function, name, text.apply(length / 2), text.apply(length), negligible);
            }
            negligible = BOUNDED_NANOS;
            if (!cost.refused()) {
                return;
            }
        }
    }

    private static void compare(Function function, String name, String half, String whole, long negligible) {
        long least = Long.MAX_VALUE;
        long leastOfHalf = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            var cost = function.of(whole);
            var costOfHalf = function.of(half);
            least = Math.min(least, cost.nanos());
            leastOfHalf = Math.min(leastOfHalf, costOfHalf.nanos());
            // If a limit lies between the two, one has done work that the other was spared.
            if (cost.refused() != costOfHalf.refused() || least <= negligible || least < MOST * leastOfHalf) {
                return;
            }
        }
        fail(
                "%s takes %d ms for %d characters of %s, and %d ms for half of them",
                function.name(), least / 1_000_000, whole.length(), name, leastOfHalf / 1_000_000);
    }

    private static List<Function> functions() {
        var functions = new ArrayList<Function>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.masthead.text").stream()
                        .filter(type ->
                                type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
                        .map(JavaClass::reflect)
                        .filter(type -> !type.isEnum())
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(LinearTimeTest::isPublicFunction)
                        .forEach(method -> add(method, functions));
        return functions;
    }

    private static boolean isPublicFunction(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic();
    }

    private static void add(Method method, List<Function> functions) {
        if (List.of(method.getParameterTypes()).contains(ContentFormat.class)) {
            for (var format : ContentFormat.values()) {
                functions.add(new Function(method, format));
            }
        } else {
            functions.add(new Function(method, null));
        }
    }
}
