package io.masthead.adapter.cdn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.masthead.platform.db.Transactions;
import io.masthead.testsupport.OnBothDatabases;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
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
        Transactions.requiringNew().run(() -> queue.remove(queue.next(Long.MAX_VALUE, Integer.MAX_VALUE)));
    }

    @Test
    void tags_of_the_oldest_events_come_first_and_each_waits_once() {
        add(Map.of("posts", 1L, "post-1", 1L));
        add(Map.of("post-2", 2L));
        add(Map.of("posts", 3L));

        assertThat(next(2)).isEqualTo(Map.of("post-1", 1L, "post-2", 2L));
        assertThat(next(10)).isEqualTo(Map.of("post-1", 1L, "post-2", 2L, "posts", 3L));
        assertThat(newest()).isEqualTo(3);
    }

    @Test
    void newer_events_are_left_for_the_next_purge() {
        add(Map.of("posts", 1L, "post-1", 1L));
        add(Map.of("posts", 2L));

        assertThat(Transactions.requiringNew().call(() -> queue.next(1, 10))).isEqualTo(Map.of("post-1", 1L));
    }

    @Test
    void a_tag_with_an_event_during_its_purge_is_purged_again() {
        add(Map.of("posts", 1L, "post-1", 1L));
        var sent = next(10);
        add(Map.of("posts", 2L));

        remove(sent);

        assertThat(next(10)).isEqualTo(Map.of("posts", 2L));
    }

    @Test
    void a_rolled_back_transaction_stores_nothing() {
        assertThatThrownBy(() -> Transactions.requiringNew().run(() -> {
                    queue.add(new TreeMap<>(Map.of("posts", 1L)));
                    throw new IllegalStateException("planted by a test");
                }))
                .hasMessageContaining("planted");

        assertThat(newest()).isZero();
    }

    @Test
    void too_many_tags_become_everything() {
        add(many(1, PurgeQueue.MAX_TAGS, 1L));
        assertThat(next(10)).hasSize(10);

        add(Map.of("post-1", 2L));
        assertThat(next(10)).doesNotContainKey(PurgeQueue.EVERYTHING);

        add(Map.of("post-0", 3L));
        assertThat(next(10)).isEqualTo(Map.of(PurgeQueue.EVERYTHING, 3L));
    }

    @Test
    void everything_covers_the_tags_that_wait_with_it_but_not_later_ones() {
        add(many(0, PurgeQueue.MAX_TAGS + 1, 1L));
        add(Map.of("posts", 2L));
        var sent = next(10);
        assertThat(sent).isEqualTo(Map.of(PurgeQueue.EVERYTHING, 1L, "posts", 2L));
        add(Map.of("posts", 3L, "post-1", 3L));

        remove(sent);

        assertThat(next(10)).isEqualTo(Map.of("posts", 3L, "post-1", 3L));
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
                    remove(next(50));
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
        assertThat(next(1_000).keySet()).isSubsetOf(tags.keySet()).contains("post-0");
        remove(next(1_000));
        assertThat(newest()).isZero();
    }

    private static SortedMap<String, Long> many(int first, int count, long position) {
        var tags = new TreeMap<String, Long>();
        IntStream.range(first, first + count).forEach(id -> tags.put("post-" + id, position));
        return tags;
    }

    private void add(Map<String, Long> tags) {
        Transactions.requiringNew().run(() -> queue.add(new TreeMap<>(tags)));
    }

    private SortedMap<String, Long> next(int limit) {
        return Transactions.requiringNew().call(() -> queue.next(Long.MAX_VALUE, limit));
    }

    private void remove(SortedMap<String, Long> tags) {
        Transactions.requiringNew().run(() -> queue.remove(tags));
    }

    private long newest() {
        return Transactions.requiringNew().call(queue::newest);
    }
}
