package io.masthead.adapter.cdn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.masthead.platform.db.Transactions;
import io.masthead.testsupport.OnBothDatabases;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@QuarkusTest
class PurgeQueueTest {

    @Inject
    PurgeQueue queue;

    @BeforeEach
    @AfterEach
    void empty() {
        Transactions.requiringNew().run(() -> queue.remove(queue.waiting()));
    }

    @Test
    void each_tag_waits_once_with_the_position_of_its_newest_event() {
        add(Map.of("posts", 1L, "post-1", 1L));
        add(Map.of("post-2", 2L));
        add(Map.of("posts", 3L));

        assertThat(waiting()).isEqualTo(Map.of("post-1", 1L, "post-2", 2L, "posts", 3L));
    }

    @Test
    void a_tag_with_an_event_during_its_purge_is_purged_again() {
        add(Map.of("posts", 1L, "post-1", 1L));
        var sent = waiting();
        add(Map.of("posts", 2L));

        remove(sent);

        assertThat(waiting()).isEqualTo(Map.of("posts", 2L));
    }

    @Test
    void a_rolled_back_transaction_stores_nothing() {
        assertThatThrownBy(() -> Transactions.requiringNew().run(() -> {
                    queue.add(new TreeMap<>(Map.of("posts", 1L)));
                    throw new IllegalStateException("planted by a test");
                }))
                .hasMessageContaining("planted");

        assertThat(waiting()).isEmpty();
    }

    @Test
    void too_many_tags_become_everything() {
        add(many(1, PurgeQueue.MAX_TAGS, 1L));
        assertThat(waiting()).hasSize(PurgeQueue.MAX_TAGS);

        add(Map.of("post-1", 2L));
        assertThat(waiting()).doesNotContainKey(PurgeQueue.EVERYTHING);

        add(Map.of("post-0", 3L));
        assertThat(waiting()).isEqualTo(Map.of(PurgeQueue.EVERYTHING, 3L));
    }

    @Test
    void everything_covers_the_tags_that_wait_with_it_but_not_later_ones() {
        add(many(0, PurgeQueue.MAX_TAGS + 1, 1L));
        add(Map.of("posts", 2L));
        var sent = waiting();
        assertThat(sent).isEqualTo(Map.of(PurgeQueue.EVERYTHING, 1L, "posts", 2L));
        add(Map.of("posts", 3L, "post-1", 3L));

        remove(sent);

        assertThat(waiting()).isEqualTo(Map.of("posts", 3L, "post-1", 3L));
    }

    @Test
    void tags_can_be_added_and_removed_at_once() throws Exception {
        var tags = many(0, 200, 0L);
        var start = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var adding = threads.submit(() -> {
                start.await();
                for (long position = 1; position <= 30; position++) {
                    long at = position;
                    tags.replaceAll((tag, old) -> at);
                    add(tags);
                }
                return null;
            });
            var removing = threads.submit(() -> {
                start.await();
                while (!adding.isDone()) {
                    remove(first(50));
                }
                return null;
            });
            start.countDown();
            adding.get();
            removing.get();
        } finally {
            threads.shutdownNow();
        }

        add(Map.of("post-0", 31L));
        assertThat(waiting().keySet()).isSubsetOf(tags.keySet()).contains("post-0");
        remove(waiting());
        assertThat(waiting()).isEmpty();
    }

    /** Without the repetition of transactions that deadlock. */
    @Test
    void tags_can_overflow_and_be_removed_at_once() throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            for (long round = 1; round <= 3; round++) {
                var waiting = many(0, PurgeQueue.MAX_TAGS, round * 10);
                add(waiting);
                var more = many(PurgeQueue.MAX_TAGS, 100, round * 10 + 1);
                more.put(waiting.lastKey(), round * 10 + 1);
                var start = new CyclicBarrier(2);
                var adding = threads.submit(() -> {
                    start.await();
                    QuarkusTransaction.requiringNew().run(() -> queue.add(more));
                    return null;
                });
                var removing = threads.submit(() -> {
                    start.await();
                    QuarkusTransaction.requiringNew().run(() -> queue.remove(waiting));
                    return null;
                });
                adding.get();
                removing.get();
                remove(waiting());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(waiting()).isEmpty();
    }

    @Test
    void a_change_before_the_repetition_replaces_it() {
        var now = Instant.parse("2026-01-01T00:00:00Z");
        add(Map.of("posts", 1L, "post-1", 1L));
        var purged = waiting();
        Transactions.requiringNew().run(() -> queue.repeat(purged, now));
        assertThat(waiting()).isEmpty();
        assertThat(repeats(now.minusSeconds(1))).isEmpty();
        assertThat(repeats(now)).isEqualTo(purged);

        add(Map.of("posts", 2L));

        assertThat(waiting()).isEqualTo(Map.of("posts", 2L));
        assertThat(repeats(now)).isEqualTo(Map.of("post-1", 1L));
        assertThat(Transactions.requiringNew().call(queue::nextRepeat)).contains(now);
        remove(repeats(now));
        assertThat(Transactions.requiringNew().call(queue::nextRepeat)).isEmpty();
    }

    private SortedMap<String, Long> repeats(Instant now) {
        return Transactions.requiringNew().call(() -> queue.repeats(now));
    }

    private static SortedMap<String, Long> many(int first, int count, long position) {
        var tags = new TreeMap<String, Long>();
        IntStream.range(first, first + count).forEach(id -> tags.put("post-" + id, position));
        return tags;
    }

    private void add(Map<String, Long> tags) {
        Transactions.requiringNew().run(() -> queue.add(new TreeMap<>(tags)));
    }

    private SortedMap<String, Long> waiting() {
        return Transactions.requiringNew().call(queue::waiting);
    }

    private SortedMap<String, Long> first(int count) {
        var tags = new TreeMap<String, Long>();
        waiting().entrySet().stream().limit(count).forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
        return tags;
    }

    private void remove(SortedMap<String, Long> tags) {
        Transactions.requiringNew().run(() -> queue.remove(tags));
    }
}
