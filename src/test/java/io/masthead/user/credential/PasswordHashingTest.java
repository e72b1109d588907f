package io.masthead.user.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    /** Hashes nothing, and records its calls. A hash is "current:" or "old:" + password. */
    private static class Formats extends HashFormats {

        final List<String> calls = new ArrayList<>();

        Formats() {
            super(new Argon2Cost(Argon2Cost.MIN_MEMORY, Argon2Cost.MIN_ITERATIONS));
        }

        @Override
        String hash(String password) {
            calls.add("make");
            return "current:" + password;
        }

        @Override
        boolean matches(String stored, String password) {
            calls.add("match");
            return stored.endsWith(":" + password);
        }

        @Override
        boolean isCurrent(String stored) {
            return stored.startsWith("current:");
        }
    }

    private final Formats formats = new Formats();
    private final PasswordHashing hashing = new PasswordHashing(formats, new HashingBulkhead(1, Duration.ZERO));

    @Test
    void one_core_stays_free_of_hashing() {
        int cores = Runtime.getRuntime().availableProcessors();

        assertThat(new HashingBulkhead().atOnce()).isEqualTo(Math.max(1, cores - 1));
    }

    @Test
    void an_unknown_user_costs_as_much_as_a_wrong_password() {
        assertThat(compare(null, "secret").right()).isFalse();
        assertThat(formats.calls).containsExactly("make");
    }

    @Test
    void a_current_hash_is_compared_and_kept() {
        assertThat(compare("current:secret", "secret")).isEqualTo(new PasswordHashing.Comparison(true, null));
        assertThat(compare("current:secret", "wrong")).isEqualTo(new PasswordHashing.Comparison(false, null));
        assertThat(formats.calls).containsExactly("match", "match");
    }

    @Test
    void an_old_hash_costs_the_same_right_or_wrong_and_has_a_successor_if_right() {
        assertThat(compare("old:secret", "secret")).isEqualTo(new PasswordHashing.Comparison(true, "current:secret"));
        assertThat(formats.calls).containsExactly("match", "make");
        formats.calls.clear();

        assertThat(compare("old:secret", "wrong")).isEqualTo(new PasswordHashing.Comparison(false, null));
        assertThat(formats.calls).containsExactly("match", "make");
    }

    @Test
    void what_is_too_long_is_wrong_and_costs_the_same() {
        var tooLong = "x".repeat(1_000_000);

        assertThat(compare("current:" + tooLong, tooLong).right()).isFalse();
        assertThat(compare("current:", "").right()).isFalse();
        assertThat(compare("current:", null).right()).isFalse();
        assertThat(compare("current:half \ud83d", "half \ud83d").right()).isFalse();
        assertThat(formats.calls).containsOnly("match").hasSize(4);
        formats.calls.clear();

        assertThat(compare("old:", tooLong)).isEqualTo(new PasswordHashing.Comparison(false, null));
        assertThat(formats.calls).containsExactly("match", "make");
        formats.calls.clear();

        assertThat(compare(null, tooLong).right()).isFalse();
        assertThat(formats.calls).containsExactly("make");
    }

    @Test
    void never_more_hash_at_once_than_there_are_cores() {
        int cores = 3;
        int flood = 12;
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var steps = new Semaphore(0);
        var counting = new Formats() {
            @Override
            String hash(String password) {
                return counted("current:");
            }

            @Override
            boolean matches(String stored, String password) {
                return counted(stored).isEmpty();
            }

            private String counted(String result) {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                steps.acquireUninterruptibly();
                inside.decrementAndGet();
                return result;
            }
        };
        var bulkhead = new HashingBulkhead(cores, LONG);
        var bounded = new PasswordHashing(counting, bulkhead);
        var threads = Executors.newFixedThreadPool(flood);
        try {
            var all = IntStream.range(0, flood)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> hashOrCompare(bounded, i), threads))
                    .toArray(CompletableFuture[]::new);
            await().until(() -> inside.get() == cores && bulkhead.waiting() == flood - cores);
            steps.release(2 * flood);
            CompletableFuture.allOf(all).join();
        } finally {
            steps.release(2 * flood);
            threads.shutdown();
        }

        assertThat(most).hasValue(cores);
        assertThat(inside).hasValue(0);
    }

    @Test
    void a_caller_who_waited_too_long_is_told_when_to_retry() {
        var bulkhead = new HashingBulkhead(1, Duration.ofMillis(1));
        try (var busy = new Busy(bulkhead, 1)) {
            assertThatThrownBy(() -> new PasswordHashing(formats, bulkhead).hash("secret"))
                    .isInstanceOfSatisfying(CmsException.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE);
                        assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(5));
                        assertThat(refusal).hasMessageContaining("try again in 5 seconds");
                    });
            assertThat(busy.inside()).isEqualTo(1);
        }
        assertThat(formats.calls).isEmpty();
        assertThat(new PasswordHashing(formats, bulkhead).hash("secret")).isEqualTo("current:secret");
    }

    @Test
    void a_long_line_is_not_made_longer() {
        var bulkhead = new HashingBulkhead(1, LONG);
        try (var busy = new Busy(bulkhead, 17)) {
            await().until(() -> bulkhead.waiting() == 16);
            // At once: its maximum wait is longer than any test.
            assertThatThrownBy(() -> new PasswordHashing(formats, bulkhead).hash("secret"))
                    .isInstanceOfSatisfying(
                            CmsException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE));
            assertThatThrownBy(bulkhead::requireCapacity).isInstanceOf(CmsException.class);
            assertThat(busy.inside()).isEqualTo(1);
        }
        bulkhead.requireCapacity();
        assertThat(formats.calls).isEmpty();
    }

    @Test
    void the_turn_passes_on_when_hashing_fails() {
        var bulkhead = new HashingBulkhead(1, Duration.ZERO);
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> bulkhead.run(() -> {
                        throw new IllegalStateException("broken");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(bulkhead.<String>run(() -> "through")).isEqualTo("through");
    }

    private static void hashOrCompare(PasswordHashing hashing, int i) {
        switch (i % 4) {
            case 0 -> hashing.hash("secret");
            case 1 -> hashing.compare(Optional.empty(), "secret");
            case 2 -> hashing.compare(Optional.of("current:"), "secret");
            default -> hashing.compare(Optional.of("old:"), "secret");
        }
    }

    private PasswordHashing.Comparison compare(String stored, String password) {
        return hashing.compare(Optional.ofNullable(stored), password);
    }

    /** Several callers that hash without finishing. */
    private static final class Busy implements AutoCloseable {

        private final CountDownLatch end = new CountDownLatch(1);
        private final AtomicInteger inside = new AtomicInteger();
        private final List<Thread> threads = new ArrayList<>();

        Busy(HashingBulkhead bulkhead, int count) {
            for (int i = 0; i < count; i++) {
                var thread = new Thread(() -> bulkhead.run(this::hash));
                threads.add(thread);
                thread.start();
            }
            await().until(() -> inside.get() > 0);
        }

        int inside() {
            return inside.get();
        }

        private Object hash() {
            inside.incrementAndGet();
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return null;
        }

        @Override
        public void close() {
            end.countDown();
            await().until(() -> threads.stream().noneMatch(Thread::isAlive));
        }
    }
}
