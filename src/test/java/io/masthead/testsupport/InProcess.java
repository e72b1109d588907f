package io.masthead.testsupport;

import io.quarkus.arc.Arc;

/**
 * The beans of the server under test, where it runs in the process of the tests. Beside a packaged
 * server there are none: a test method that needs one says so with
 * {@code @DisabledOnIntegrationTest}.
 */
public final class InProcess {

    private InProcess() {}

    /** Whether the server runs here and not in a process of its own. */
    public static boolean isServer() {
        return Arc.container() != null && Arc.container().isRunning();
    }

    /**
     * Instead of a field with {@code @Inject}, which no class that runs beside a packaged server
     * may have.
     */
    public static <T> T bean(Class<T> type) {
        if (!isServer()) {
            throw new IllegalStateException(
                    "The server runs in a process of its own, without a " + type.getSimpleName());
        }
        return Arc.container().select(type).get();
    }
}
