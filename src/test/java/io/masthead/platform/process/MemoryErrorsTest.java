package io.masthead.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class MemoryErrorsTest {

    private final AtomicInteger ends = new AtomicInteger();
    private final List<Throwable> others = new ArrayList<>();
    private final MemoryErrors errors = new MemoryErrors(ends::incrementAndGet, (thread, thrown) -> others.add(thrown));

    @Test
    void logging_the_error_ends_the_process_however_deep_it_is_nested() {
        errors.publish(logged(new SQLException("90108", new OutOfMemoryError("Java heap space"))));

        assertThat(ends).hasValue(1);
    }

    @Test
    void a_thread_that_it_ends_ends_the_process() {
        errors.uncaughtException(Thread.currentThread(), new OutOfMemoryError("Java heap space"));

        assertThat(ends).hasValue(1);
        assertThat(others).isEmpty();
    }

    @Test
    void nothing_else_does() {
        var cut = new IOException("Connection reset by peer");

        errors.publish(logged(null));
        errors.publish(logged(cut));
        errors.publish(logged(new StackOverflowError()));
        // As Netty refuses memory to its clients.
        errors.publish(logged(new OutOfMemoryError() {}));
        errors.uncaughtException(Thread.currentThread(), cut);

        assertThat(ends).hasValue(0);
        assertThat(others).containsExactly(cut);
    }

    @Test
    void a_chain_that_bites_its_tail_is_followed_to_no_end() {
        var first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));

        errors.publish(logged(first));

        assertThat(ends).hasValue(0);
    }

    private static LogRecord logged(Throwable thrown) {
        var log = new LogRecord(Level.SEVERE, "A request failed");
        log.setThrown(thrown);
        return log;
    }
}
