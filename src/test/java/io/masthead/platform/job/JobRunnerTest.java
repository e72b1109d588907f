package io.masthead.platform.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.masthead.testsupport.OnBothDatabases;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@QuarkusTest
class JobRunnerTest {

    @Inject
    Jobs jobs;

    @Inject
    JobRunner runner;

    @Inject
    JobQueue queue;

    @Inject
    CountingHandler handler;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @AfterEach
    void forget() {
        handler.on = true;
        handler.work = subject -> {};
        runner.runDue();
        handler.done.clear();
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("delete from job").executeUpdate());
    }

    @Test
    void a_due_job_runs_once_after_the_commit_without_waiting_for_the_next_look() {
        schedule(1, clock.instant());
        await().atMost(Duration.ofSeconds(5)).until(() -> count(1) == 0);
        assertThat(handler.done).containsExactly(1L);
    }

    @Test
    void a_promise_that_is_rolled_back_is_not_kept() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    jobs.schedule(CountingHandler.KIND, 2, clock.instant());
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        runner.runDue();
        assertThat(count(2)).isZero();
        assertThat(handler.done).isEmpty();
    }

    @Test
    void a_job_waits_for_its_time_and_a_later_promise_replaces_an_earlier_one() {
        schedule(3, clock.instant().plus(Duration.ofDays(1)));
        runner.runDue();
        assertThat(handler.done).isEmpty();
        assertThat(count(3)).isEqualTo(1);

        schedule(3, clock.instant());
        runner.runDue();
        assertThat(handler.done).containsExactly(3L);
        assertThat(count(3)).isZero();
    }

    @Test
    void a_cancelled_job_does_not_run() {
        schedule(4, clock.instant().plus(Duration.ofDays(1)));
        QuarkusTransaction.requiringNew().run(() -> jobs.cancel(CountingHandler.KIND, 4));
        assertThat(count(4)).isZero();
    }

    @Test
    void a_job_of_a_kind_that_is_off_here_is_left_to_others() {
        handler.on = false;
        schedule(13, clock.instant());
        runner.runDue();
        assertThat(handler.done).isEmpty();
        assertThat(attempts(13)).isZero();

        handler.on = true;
        runner.runDue();
        await().until(() -> count(13) == 0);
        assertThat(handler.done).containsExactly(13L);
    }

    @Test
    void a_job_that_fails_stays_and_is_due_later() {
        handler.work = subject -> {
            throw new IllegalStateException("planted by a test");
        };
        var before = clock.instant();
        schedule(5, before);
        await().atMost(Duration.ofSeconds(5)).until(() -> attempts(5) == 1 && !isClaimed(5));
        runner.runDue();
        assertThat(handler.done).containsExactly(5L);
        assertThat(dueAt(5)).isAfter(before.plusSeconds(9)).isBefore(before.plusSeconds(60));
    }

    @Test
    void a_job_rescheduled_while_it_runs_runs_once_more_and_never_concurrently() {
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        handler.work = subject -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            if (handler.done.size() == 1) {
                schedule(subject, clock.instant());
            }
            atOnce.decrementAndGet();
        };
        schedule(6, clock.instant());
        await().atMost(Duration.ofSeconds(5)).until(() -> count(6) == 0);
        assertThat(handler.done).containsExactly(6L, 6L);
        assertThat(most).hasValue(1);
    }

    @Test
    void a_job_that_is_due_soon_does_not_wait_for_the_next_poll() {
        for (int i = 0; i < 5; i++) {
            handler.done.clear();
            var due = clock.instant().plusMillis(150);
            schedule(9, due);
            await().pollInterval(Duration.ofMillis(5)).until(() -> !handler.done.isEmpty());
            assertThat(clock.instant()).isBetween(due, due.plusMillis(600));
        }
    }

    @Test
    void scheduling_unless_waiting_keeps_the_retry_of_a_failed_job() {
        handler.work = subject -> {
            throw new RetryLaterException("planted by a test", Duration.ofMinutes(5));
        };
        var before = clock.instant();
        schedule(10, before);
        await().until(() -> attempts(10) == 1 && !isClaimed(10));
        assertThat(dueAt(10)).isAfter(before.plusSeconds(299));

        scheduleUnlessWaiting(10, clock.instant());
        runner.runDue();

        assertThat(handler.done).containsExactly(10L);
        assertThat(attempts(10)).isEqualTo(1);
        assertThat(dueAt(10)).isAfter(before.plusSeconds(299));
    }

    @Test
    void scheduling_unless_waiting_while_the_job_runs_runs_it_once_more_or_keeps_its_retry() {
        handler.work = subject -> {
            if (handler.done.size() == 1) {
                scheduleUnlessWaiting(subject, clock.instant());
            }
        };
        schedule(11, clock.instant());
        await().until(() -> count(11) == 0);
        assertThat(handler.done).containsExactly(11L, 11L);

        handler.done.clear();
        handler.work = subject -> {
            scheduleUnlessWaiting(subject, clock.instant());
            throw new RetryLaterException("planted by a test", null);
        };
        var before = clock.instant();
        scheduleUnlessWaiting(12, before);
        await().until(() -> attempts(12) == 1 && !isClaimed(12));
        runner.runDue();
        assertThat(handler.done).containsExactly(12L);
        assertThat(dueAt(12)).isAfter(before.plusSeconds(9)).isBefore(before.plusSeconds(60));
    }

    @Test
    void a_job_of_a_living_node_is_left_alone_and_that_of_a_dead_one_is_taken_over() {
        claimedByAnother(7, "current_timestamp + interval '60' second");
        runner.runDue();
        assertThat(handler.done).isEmpty();

        claimedByAnother(7, "current_timestamp - interval '1' second");
        runner.runDue();
        assertThat(handler.done).containsExactly(7L);
        assertThat(count(7)).isZero();
    }

    @Test
    void a_node_that_lost_its_claim_does_not_end_the_job_of_the_one_that_has_it() {
        claimedByAnother(8, "current_timestamp + interval '60' second");
        var lost = new JobQueue.Claim(id(8), CountingHandler.KIND, 8, 1);
        queue.finish(lost, "node that was asleep");
        queue.retry(lost, "node that was asleep", clock.instant());
        assertThat(count(8)).isEqualTo(1);
        assertThat(isClaimed(8)).isTrue();
    }

    @Test
    void two_nodes_never_take_the_same_job() throws InterruptedException {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("insert into job (id, kind, subject_id, due_at,"
                                + " attempts) select 1000000 + x, 'test.other',"
                                + " x, current_timestamp, 0 from"
                                + " generate_series(1, 40) as s(x)")
                        .executeUpdate());
        var start = new CountDownLatch(1);
        var taken = new AtomicInteger();
        var nodes = List.of("a", "b", "c", "d").stream()
                .map(node -> new Thread(() -> takeAll(node, start, taken)))
                .toList();
        nodes.forEach(Thread::start);
        start.countDown();
        for (var node : nodes) {
            node.join();
        }
        assertThat(taken).hasValue(40);
    }

    private void takeAll(String node, CountDownLatch start, AtomicInteger taken) {
        try {
            start.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        // A pass that finds all rows locked by others is not the last one.
        for (int misses = 0; misses < 20; ) {
            var claim = queue.claim("test.other", node, clock.instant().plusSeconds(60));
            if (claim.isPresent()) {
                taken.incrementAndGet();
            } else {
                misses++;
            }
        }
    }

    private void schedule(long subject, Instant due) {
        QuarkusTransaction.requiringNew().run(() -> jobs.schedule(CountingHandler.KIND, subject, due));
    }

    private void scheduleUnlessWaiting(long subject, Instant due) {
        QuarkusTransaction.requiringNew().run(() -> jobs.scheduleUnlessWaiting(CountingHandler.KIND, subject, due));
    }

    private void claimedByAnother(long subject, String until) {
        QuarkusTransaction.requiringNew().run(() -> {
            jobs.schedule(CountingHandler.KIND, subject, clock.instant().plus(Duration.ofDays(1)));
            entities.createNativeQuery("update job set claimed_by = 'other', due_at ="
                            + " current_timestamp, claimed_until = "
                            + until
                            + " where subject_id = "
                            + subject)
                    .executeUpdate();
        });
    }

    private long count(long subject) {
        return number("select count(*) from job where subject_id = " + subject);
    }

    private long attempts(long subject) {
        return number("select attempts from job where subject_id = " + subject);
    }

    private long id(long subject) {
        return number("select id from job where subject_id = " + subject);
    }

    private boolean isClaimed(long subject) {
        return number("select count(claimed_by) from job where subject_id = " + subject) == 1;
    }

    private long number(String query) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery(query).getSingleResult()).longValue());
    }

    private Instant dueAt(long subject) {
        return QuarkusTransaction.requiringNew().call(() -> (Instant)
                entities.createNativeQuery("select due_at from job where subject_id = " + subject, Instant.class)
                        .getSingleResult());
    }
}
