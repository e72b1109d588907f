package io.masthead.comment.thread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThreadPlaceTest {

    private static final ThreadPlace TOP = ThreadPlace.top(7);

    @Test
    void a_reply_is_displayed_under_its_parent() {
        var answer = ThreadPlace.answering(TOP, true, 12, 5);

        assertThat(answer).isEqualTo(new ThreadPlace(7L, 2, "00000000000070000000000012"));
    }

    @Test
    void a_reply_to_an_invisible_comment_is_displayed_beside_it() {
        var hidden = TOP.below(12);

        assertThat(ThreadPlace.answering(hidden, false, 15, 5)).isEqualTo(TOP.below(15));
        assertThat(ThreadPlace.answering(TOP, false, 15, 5)).isEqualTo(ThreadPlace.top(15));
    }

    @Test
    void deeper_answers_stand_under_the_deepest_that_may_have_any() {
        var second = TOP.below(8);
        var third = second.below(9);

        assertThat(ThreadPlace.answering(third, true, 10, 3)).isEqualTo(second.below(10));
        assertThat(ThreadPlace.answering(third, true, 10, 1)).isEqualTo(ThreadPlace.top(10));
    }

    @Test
    void paths_sort_as_a_thread_reads() {
        assertThat(TOP.path()).isLessThan(TOP.below(1_000_000).path());
        assertThat(TOP.below(1_000_000).path()).isLessThan(ThreadPlace.top(8).path());
        assertThat(ThreadPlace.top(99).path()).isLessThan(ThreadPlace.top(100).path());
    }
}
