package io.masthead.platform.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LaneTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void a_waiting_caller_enters_when_another_leaves() throws Exception {
        var lane = new Lane("Too much is going on", 1, 1, LONG);
        var end = new CountDownLatch(1);
        var first = passing(lane, end);
        var second = passing(lane, end);
        await().until(() -> lane.waiting() == 1);
        end.countDown();

        assertThat(first.get()).isEqualTo("done");
        assertThat(second.get()).isEqualTo("done");
        assertThat(lane.run(() -> "again")).isEqualTo("again");
    }

    @Test
    void callers_beyond_the_queue_are_refused_at_once() throws Exception {
        var lane = new Lane("Too much is going on", 1, 1, LONG);
        var end = new CountDownLatch(1);
        var both = CompletableFuture.allOf(passing(lane, end), passing(lane, end));
        await().until(() -> lane.waiting() == 1);

        assertThatThrownBy(() -> lane.run(() -> "never")).isInstanceOfSatisfying(CmsException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE);
            assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(5));
            assertThat(refusal).hasMessage("Too much is going on right now; try again in 5" + " seconds.");
        });
        assertThatThrownBy(lane::requireCapacity).isInstanceOf(CmsException.class);
        end.countDown();
        both.get();
        lane.requireCapacity();
    }

    @Test
    void nested_calls_need_no_second_turn() throws Exception {
        var lane = new Lane("Too much is going on", 1, 0, LONG);

        assertThat(lane.run(() -> lane.run(() -> "inside"))).isEqualTo("inside");
        assertThat(lane.run(() -> "after")).isEqualTo("after");
    }

    @Test
    void no_caller_waits_longer_than_the_maximum() throws Exception {
        var lane = new Lane("Too much is going on", 1, 1, Duration.ofMillis(1));
        var end = new CountDownLatch(1);
        var first = passing(lane, end);

        assertThatThrownBy(() -> lane.run(() -> "never")).isInstanceOf(CmsException.class);
        end.countDown();
        first.get();
    }

    @Test
    void work_that_fails_gives_its_turn_back() throws Exception {
        var lane = new Lane("Too much is going on", 1, 0, Duration.ZERO);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> lane.run(() -> {
                        throw new IllegalStateException("broken");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(lane.run(() -> "through")).isEqualTo("through");
    }

    /** Returns when the lane has admitted it. */
    private static CompletableFuture<String> passing(Lane lane, CountDownLatch end) {
        int before = lane.waiting();
        var inside = new CountDownLatch(1);
        var passing = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return lane.run(() -> {
                            inside.countDown();
                            end.await();
                            return "done";
                        });
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                command -> new Thread(command).start());
        await().until(() -> inside.getCount() == 0 || lane.waiting() > before);
        return passing;
    }
}
