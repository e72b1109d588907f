package io.masthead.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FullHeapTest {

    private final FullHeap heap = FullHeap.withValues();

    @Test
    void five_collections_in_vain_are_one_too_many() {
        assertThat(heap.isLasting(1, true)).isFalse();
        assertThat(heap.isLasting(4, true)).isFalse();
        assertThat(heap.isLasting(5, true)).isTrue();
    }

    @Test
    void one_that_helped_makes_all_before_it_forgotten() {
        assertThat(heap.isLasting(4, true)).isFalse();
        assertThat(heap.isLasting(4, false)).isFalse();
        assertThat(heap.isLasting(8, true)).isFalse();
        assertThat(heap.isLasting(9, true)).isTrue();
    }

    @Test
    void a_full_heap_without_collections_is_not_out_of_memory() {
        assertThat(heap.isLasting(1, true)).isFalse();
        for (int i = 0; i < 100; i++) {
            assertThat(heap.isLasting(1, true)).isFalse();
        }
    }

    @Test
    void this_jvm_reports_its_heap() {
        var own = FullHeap.ofThisProcess();

        assertThat(own.isKnown()).isTrue();
        assertThat(own.isLasting()).isFalse();
    }
}
