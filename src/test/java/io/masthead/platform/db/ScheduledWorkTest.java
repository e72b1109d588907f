package io.masthead.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ScheduledWorkTest {

    private final ScheduledWork work = new ScheduledWork();

    @Test
    void nothing_begins_once_the_application_stops() throws Exception {
        assertThat(work.runUnlessStopping(() -> "done")).isEqualTo("done");

        work.stop(null);

        assertThat(work.runUnlessStopping(() -> "done")).isNull();
    }

    @Test
    void the_application_waits_for_what_has_begun() throws Exception {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var ended = new AtomicBoolean();
        // On two cores the common pool has a single thread, which is waiting.
        var threads = Executors.newFixedThreadPool(2);
        try {
            var running = CompletableFuture.runAsync(
                    () -> run(() -> {
                        begun.countDown();
                        mayEnd.await();
                        ended.set(true);
                        return null;
                    }),
                    threads);
            begun.await();
            var stopped = CompletableFuture.supplyAsync(
                    () -> {
                        stop();
                        return ended.get();
                    },
                    threads);
            while (!work.isStopping()) {
                Thread.onSpinWait();
            }
            mayEnd.countDown();

            assertThat(stopped.join()).isTrue();
            running.join();
        } finally {
            threads.shutdownNow();
        }
    }

    private void run(Callable<Object> job) {
        try {
            work.runUnlessStopping(job);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void stop() {
        try {
            work.stop(null);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
