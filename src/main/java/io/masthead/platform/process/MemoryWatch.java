package io.masthead.platform.process;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.logging.Logger;

/**
 * Ends the process when it runs out of memory, even if the JVM is not configured to. {@code
 * -XX:+ExitOnOutOfMemoryError} is more reliable: it does not depend on the error being logged.
 */
@Singleton
class MemoryWatch {

    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final ProcessEnd end;
    private MemoryErrors errors;
    private Thread watching;

    MemoryWatch(ProcessEnd end) {
        this.end = end;
    }

    void begin(@Observes StartupEvent event) {
        errors = new MemoryErrors(end::outOfMemory, Thread.getDefaultUncaughtExceptionHandler());
        Logger.getLogger("").addHandler(errors);
        Thread.setDefaultUncaughtExceptionHandler(errors);
        var heap = FullHeap.ofThisProcess();
        if (heap.isKnown()) {
            watching = new Thread(() -> watch(heap), "memory-watch");
            watching.setDaemon(true);
            watching.start();
        }
    }

    /** In dev mode the same JVM starts again. */
    void stop(@Observes ShutdownEvent event) {
        Logger.getLogger("").removeHandler(errors);
        Thread.setDefaultUncaughtExceptionHandler(null);
        if (watching != null) {
            watching.interrupt();
        }
    }

    private void watch(FullHeap heap) {
        try {
            while (true) {
                Thread.sleep(INTERVAL.toMillis());
                if (heap.isLasting()) {
                    end.outOfMemory();
                }
            }
        } catch (InterruptedException e) {
            // The server is stopping.
        }
    }
}
