package io.masthead.platform.process;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** Detects every {@link OutOfMemoryError} that is logged, or that ends a thread. */
final class MemoryErrors extends Handler implements UncaughtExceptionHandler {

    private static final int MAX_CAUSES = 20;

    private final Runnable end;
    private final UncaughtExceptionHandler others;

    /** @param others handles all other exceptions; null for none */
    MemoryErrors(Runnable end, UncaughtExceptionHandler others) {
        this.end = end;
        this.others = others;
    }

    @Override
    public void publish(LogRecord log) {
        if (isOne(log.getThrown())) {
            end.run();
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        if (isOne(thrown)) {
            end.run();
        } else if (others != null) {
            others.uncaughtException(thread, thrown);
        } else {
            // As the JVM does without a handler.
            thrown.printStackTrace();
        }
    }

    /** The JVM's own error: Netty has a subclass for refusing memory to a single client. */
    private static boolean isOne(Throwable thrown) {
        var cause = thrown;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause.getClass() == OutOfMemoryError.class) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    @Override
    public void flush() {
        // Nothing is buffered.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
