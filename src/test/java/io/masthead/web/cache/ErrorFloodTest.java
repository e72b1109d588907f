package io.masthead.web.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.masthead.platform.event.EventDispatcher;
import io.masthead.platform.event.Tags;
import io.masthead.web.CacheConfig;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Requests for ever new things that are missing displace no response but each other. */
@QuarkusTest
class ErrorFloodTest {

    private static final int SIZE = 1_000_000;
    private static final int STORED = 300;

    @Inject
    Changes changes;

    @Inject
    EventDispatcher events;

    @Inject
    Clock clock;

    @Test
    void a_flood_of_errors_leaves_all_other_responses_in_a_full_memory() {
        var cache = new ResponseCache(new Small(), changes, events, clock);
        IntStream.range(0, STORED).forEach(i -> cache.store(key("/found/" + i), response(200, 2_000)));
        await().untilAsserted(() -> assertThat(cache.bytes()).isGreaterThan(SIZE / 2));
        var bytes = cache.bytes();
        IntStream.range(0, 20_000).forEach(i -> {
            cache.find(key("/missing/" + i));
            cache.store(key("/missing/" + i), response(404, 200));
        });

        assertThat(IntStream.range(0, STORED)).allMatch(i -> cache.find(key("/found/" + i)) != null);
        await().untilAsserted(() -> {
            assertThat(cache.evictions()).isPositive();
            assertThat(cache.bytes() - bytes).isPositive().isLessThanOrEqualTo(SIZE / 16);
        });
    }

    @Test
    void an_error_is_found_until_all_are_dropped() {
        var cache = new ResponseCache(new Small(), changes, events, clock);
        cache.store(key("/missing"), response(404, 200));

        assertThat(cache.find(key("/missing"))).isNotNull();
        cache.clear();
        assertThat(cache.find(key("/missing"))).isNull();
    }

    private CacheKey key(String path) {
        return new CacheKey(path, path);
    }

    private StoredResponse response(int status, int length) {
        return new StoredResponse(
                status,
                List.of(),
                "application/json",
                null,
                null,
                Buffer.buffer(new byte[length]),
                null,
                false,
                status == 404,
                Set.of(Tags.POSTS),
                changes.version(),
                null);
    }

    private record Small() implements CacheConfig {

        @Override
        public Duration maxAge() {
            return Duration.ZERO;
        }

        @Override
        public Duration sharedMaxAge() {
            return Duration.ZERO;
        }

        @Override
        public Duration staleWhileRevalidate() {
            return Duration.ZERO;
        }

        @Override
        public MemorySize size() {
            return new MemorySize(BigInteger.valueOf(SIZE));
        }

        @Override
        public Duration maxStale() {
            return Duration.ofMinutes(1);
        }

        @Override
        public boolean showStatus() {
            return false;
        }
    }
}
