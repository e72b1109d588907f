package io.masthead.testsupport;

import groovy.lang.DelegatingMetaClass;
import groovy.lang.GroovyShell;
import groovy.lang.GroovySystem;
import groovy.lang.MetaClass;
import groovy.lang.Script;
import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Compiles each path that tests read in an answer once. RestAssured runs a path such as
 * {@code items[0].id} as a Groovy script, and compiles it again for each answer, which took half of
 * the time of all tests.
 *
 * <p>It is installed twice, because Quarkus loads Groovy in a class loader of its own: for tests
 * inside the server when their class begins, and for all others when the run begins.
 */
public final class CompiledPaths implements QuarkusTestBeforeClassCallback, LauncherSessionListener {

    @Override
    public void beforeClass(Class<?> test) {
        install();
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        install();
    }

    private static void install() {
        var registry = GroovySystem.getMetaClassRegistry();
        var usual = registry.getMetaClass(GroovyShell.class);
        if (!(usual instanceof KeepingShell)) {
            registry.setMetaClass(GroovyShell.class, new KeepingShell(usual));
        }
    }

    /** How a Groovy shell answers {@code evaluate}. */
    private static final class KeepingShell extends DelegatingMetaClass {

        private final Map<String, Class<? extends Script>> compiled = new ConcurrentHashMap<>();

        private KeepingShell(MetaClass usual) {
            super(usual);
        }

        @Override
        public Object invokeMethod(Object receiver, String method, Object[] arguments) {
            if (!method.equals("evaluate") || arguments.length != 1) {
                return super.invokeMethod(receiver, method, arguments);
            }
            var shell = (GroovyShell) receiver;
            var script = compiled.computeIfAbsent(
                    arguments[0].toString(), text -> shell.parse(text).getClass());
            return InvokerHelper.createScript(script, shell.getContext()).run();
        }
    }
}
