package io.masthead.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.masthead.platform.db.DirectConnections;
import io.masthead.platform.db.Transactions;
import io.masthead.testsupport.ExhaustedPool;
import io.masthead.testsupport.OnBothDatabases;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@QuarkusTest
class EventsTest {

    /** Ids that no other test uses. */
    private static final AtomicLong IDS = new AtomicLong(9_000_000_000L);

    @Inject
    Events events;

    @Inject
    EventStore store;

    @Inject
    EventDispatcher dispatcher;

    @Inject
    DirectConnections connections;

    @Inject
    RecordingConsumer.One one;

    @Inject
    RecordingConsumer.Another another;

    @Inject
    RecordingConsumer.Listener listener;

    @AfterEach
    void let_consumers_work() {
        one.first = event -> {};
        one.on = true;
    }

    @Test
    void everybody_learns_of_a_change_as_it_was_published() {
        long id = IDS.incrementAndGet();
        var change = new ContentChanged(
                Subject.POST,
                id,
                ChangeAction.UPDATED,
                3,
                new ContentChanged.StatusChange("draft", "published"),
                Set.of("post-" + id, "posts"),
                7L);

        Transactions.requiringNew().run(() -> events.publish(change));

        assertThat(listener.told).contains(change);
        dispatcher.deliverAll();
        assertThat(changes(one, id)).containsExactly(change);
        assertThat(changes(another, id)).containsExactly(change);
    }

    @Test
    void rolled_back_changes_are_not_delivered() {
        long id = IDS.incrementAndGet();

        assertThatThrownBy(() -> Transactions.requiringNew().run(() -> {
                    events.publish(created(id));
                    throw new IllegalStateException("planted by a test");
                }))
                .hasMessageContaining("planted");

        dispatcher.deliverAll();
        assertThat(listener.told).doesNotContain(created(id));
        assertThat(changes(one, id)).isEmpty();
    }

    @Test
    void nothing_is_lost_where_the_first_transaction_commits_last() throws Exception {
        long early = IDS.incrementAndGet();
        long late = IDS.incrementAndGet();
        var written = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        var thread = Executors.newSingleThreadExecutor();
        try {
            var slow = thread.submit(() -> Transactions.requiringNew().run(() -> {
                store.append(List.of(created(early)));
                written.countDown();
                await(mayCommit);
            }));
            written.await();
            Transactions.requiringNew().run(() -> store.append(List.of(created(late))));
            dispatcher.deliverAll();
            assertThat(changes(one, late)).hasSize(1);

            mayCommit.countDown();
            slow.get();
        } finally {
            mayCommit.countDown();
            thread.shutdown();
        }
        dispatcher.deliverAll();

        assertThat(order(one, early, late)).containsExactly(late, early);
        assertThat(order(another, early, late)).containsExactly(late, early);
        assertThat(one.seen).extracting(StoredEvent::position).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_failing_consumer_gets_the_same_events_again_and_delays_no_others() {
        long id = IDS.incrementAndGet();
        one.first = event -> {
            throw new IllegalStateException("planted by a test");
        };
        Transactions.requiringNew().run(() -> events.publish(created(id)));
        dispatcher.deliverAll();
        assertThat(changes(one, id)).isEmpty();
        assertThat(changes(another, id)).hasSize(1);

        one.first = event -> {};
        dispatcher.deliverAll();

        assertThat(changes(one, id)).hasSize(1);
        assertThat(changes(another, id)).hasSize(1);
    }

    @Test
    void the_place_of_a_consumer_is_kept_in_the_database() {
        long id = IDS.incrementAndGet();
        Transactions.requiringNew().run(() -> events.publish(created(id)));
        dispatcher.deliverAll();
        long position = one.seen.get(one.seen.size() - 1).position();

        var place = Transactions.requiringNew().call(() -> {
            store.register(one.name()); // as the next start does
            return store.lockOffset(one.name()).orElseThrow();
        });

        assertThat(place).isGreaterThanOrEqualTo(position);
    }

    @Test
    void old_events_are_deleted_once_all_consumers_have_read_them() {
        long id = IDS.incrementAndGet();
        one.first = event -> {
            throw new IllegalStateException("planted by a test");
        };
        Transactions.requiringNew().run(() -> events.publish(created(id)));
        dispatcher.deliverAll();
        long position = another.seen.get(another.seen.size() - 1).position();
        var later = Instant.now().plusSeconds(3_600);

        Transactions.requiringNew().run(() -> store.purge(later, List.of(one.name(), another.name())));
        assertThat(store.after(position - 1, 1)).hasSize(1);

        one.first = event -> {};
        dispatcher.deliverAll();
        Transactions.requiringNew().run(() -> store.purge(later, List.of(one.name(), another.name())));
        assertThat(store.after(position - 1, 1))
                .extracting(StoredEvent::position)
                .doesNotContain(position);
    }

    @Test
    void a_node_follows_the_changes_of_others_when_its_pool_is_exhausted() throws Exception {
        long id = IDS.incrementAndGet();

        ExhaustedPool.during(() -> {
            storeAsAnotherNode(id);
            dispatcher.wakeUp();
            Awaitility.await().until(() -> listener.told.contains(created(id)));
            return null;
        });
    }

    private void storeAsAnotherNode(long id) throws SQLException {
        try (var connection = connections.open();
                var statement = connection.prepareStatement(
                        "insert into event (id, at, node, subject, subject_id, action, version, tags) values"
                                + " (nextval('event_id_seq'), current_timestamp, 'another', 'POST', ?, 'CREATED', 0, ?)")) {
            statement.setLong(1, id);
            statement.setString(2, "post-" + id);
            statement.executeUpdate();
        }
    }

    @Test
    void a_consumer_that_is_off_receives_nothing_until_it_is_on() {
        long id = IDS.incrementAndGet();
        one.on = false;
        Transactions.requiringNew().run(() -> events.publish(created(id)));
        dispatcher.deliverAll();
        assertThat(changes(one, id)).isEmpty();
        assertThat(changes(another, id)).hasSize(1);

        one.on = true;
        dispatcher.deliverAll();
        assertThat(changes(one, id)).hasSize(1);
    }

    @Test
    void a_removed_consumer_does_not_keep_old_events() {
        long id = IDS.incrementAndGet();
        Transactions.requiringNew().run(() -> store.register("test.Gone"));
        Transactions.requiringNew().run(() -> events.publish(created(id)));
        dispatcher.deliverAll();
        long position = one.seen.get(one.seen.size() - 1).position();

        var later = Instant.now().plusSeconds(3_600);
        Transactions.requiringNew().run(() -> store.purge(later, List.of(one.name(), another.name())));

        assertThat(store.after(position - 1, 1))
                .extracting(StoredEvent::position)
                .doesNotContain(position);
    }

    private static List<ContentChanged> changes(RecordingConsumer consumer, long id) {
        return consumer.seen.stream()
                .map(StoredEvent::change)
                .filter(change -> change.id() != null && change.id() == id)
                .toList();
    }

    private static List<Long> order(RecordingConsumer consumer, long... ids) {
        var wanted = java.util.Arrays.stream(ids).boxed().toList();
        return consumer.seen.stream()
                .map(event -> event.change().id())
                .filter(wanted::contains)
                .toList();
    }

    private static ContentChanged created(long id) {
        return new ContentChanged(Subject.POST, id, ChangeAction.CREATED, 0, null, Set.of("post-" + id), null);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
