package io.masthead.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.RequestKey;
import io.masthead.testsupport.OnBothDatabases;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
@QuarkusTest
class IdempotencyTest {

    private static final Actor ONE = new Actor(1L, Set.of());
    private static final Actor OTHER = new Actor(2L, Set.of());

    @Inject
    Idempotency idempotency;

    @Inject
    IdempotencyRepository keys;

    @Inject
    Clock clock;

    private final String name = UUID.randomUUID().toString();
    private final AtomicInteger writes = new AtomicInteger();

    @Test
    void without_a_key_every_request_writes() {
        once(null, ONE, this::write);
        once(null, Actor.ANONYMOUS, this::write);

        assertThat(writes).hasValue(2);
    }

    @Test
    void a_repeat_finds_what_the_first_request_wrote() {
        assertThat(once(key(name, "a", "hash"), ONE, this::write)).isEqualTo(1);
        assertThat(once(key(name, "a", "hash"), ONE, this::write)).isEqualTo(1);

        assertThat(writes).hasValue(1);
    }

    @Test
    void another_callers_key_is_another_key() {
        once(key(name, "a", "hash"), ONE, this::write);

        assertThat(once(key(name, "a", "hash"), OTHER, this::write)).isEqualTo(2);
    }

    @Test
    void another_operation_or_body_is_refused() {
        once(key(name, "a", "hash"), ONE, this::write);

        refused(ErrorCode.IDEMPOTENCY_KEY_REUSED, () -> once(key(name, "b", "hash"), ONE, this::write));
        refused(ErrorCode.IDEMPOTENCY_KEY_REUSED, () -> once(key(name, "a", "other"), ONE, this::write));
        assertThat(writes).hasValue(1);
    }

    @Test
    void a_refused_write_leaves_the_key_unused() {
        refused(
                ErrorCode.FORBIDDEN,
                () -> once(key(name, "a", "hash"), ONE, () -> {
                    throw new CmsException(ErrorCode.FORBIDDEN, "No.");
                }));

        assertThat(once(key(name, "a", "other"), ONE, this::write)).isEqualTo(1);
    }

    @Test
    void after_a_day_a_key_is_new_again() {
        keep(name, Duration.ofHours(24).plusSeconds(1), 99);
        assertThat(once(key(name, "a", "other"), ONE, this::write)).isEqualTo(1);

        var younger = name + "-younger";
        keep(younger, Duration.ofHours(23), 99);
        assertThat(once(key(younger, "a", "hash"), ONE, this::write)).isEqualTo(99);
    }

    @Test
    void purging_forgets_only_what_is_older_than_a_day() {
        var younger = name + "-younger";
        keep(name, Duration.ofHours(25), 99);
        keep(younger, Duration.ofHours(23), 99);

        assertThat(idempotency.purge()).isPositive();

        assertThat(kept(name)).isFalse();
        assertThat(kept(younger)).isTrue();
    }

    @Test
    void a_repeat_during_the_first_request_is_refused() throws Exception {
        var started = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        var thread = Executors.newSingleThreadExecutor();
        try {
            var first = thread.submit(() -> once(key(name, "a", "hash"), ONE, () -> {
                started.countDown();
                await(finish);
                return write();
            }));
            assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();

            refused(ErrorCode.IDEMPOTENCY_KEY_IN_USE, () -> once(key(name, "a", "hash"), ONE, this::write));
            finish.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(1);
            assertThat(once(key(name, "a", "hash"), ONE, this::write)).isEqualTo(1);
        } finally {
            finish.countDown();
            thread.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ä", "a\u0000", "a\n", "\u007f"})
    void a_malformed_key_is_refused(String malformed) {
        refused(ErrorCode.IDEMPOTENCY_KEY_INVALID, () -> once(key(malformed, "a", "hash"), ONE, this::write));
    }

    @Test
    void a_key_has_at_most_255_characters() {
        refused(ErrorCode.IDEMPOTENCY_KEY_INVALID, () -> once(key("k".repeat(256), "a", "hash"), ONE, this::write));
        var longest = name + "k".repeat(255 - name.length());
        assertThat(once(key(longest, "a", "hash"), ONE, this::write)).isEqualTo(1);
    }

    @Test
    void a_guest_has_no_keys() {
        refused(ErrorCode.UNAUTHENTICATED, () -> once(key(name, "a", "hash"), Actor.ANONYMOUS, this::write));
        assertThat(writes).hasValue(0);
    }

    private long once(RequestKey key, Actor actor, LongSupplier write) {
        return QuarkusTransaction.requiringNew().call(() -> idempotency.once(key, "term", actor, write));
    }

    private long write() {
        return writes.incrementAndGet();
    }

    private void keep(String value, Duration age, long result) {
        QuarkusTransaction.requiringNew().run(() -> {
            keys.insert(
                    "user/1", key(value, "a", "hash"), "term", clock.instant().minus(age));
            keys.complete("user/1", value, result);
        });
    }

    private boolean kept(String value) {
        return QuarkusTransaction.requiringNew()
                .call(() -> keys.find("user/1", value).isPresent());
    }

    private static RequestKey key(String value, String operation, String hash) {
        return new RequestKey(value, operation, hash);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void refused(ErrorCode code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        CmsException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
