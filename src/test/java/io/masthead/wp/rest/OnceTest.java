package io.masthead.wp.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OnceTest {

    private final AtomicInteger loads = new AtomicInteger();

    @Test
    void a_value_is_loaded_once_even_if_it_is_null() {
        var once = new Once<>(() -> {
            loads.incrementAndGet();
            return null;
        });

        assertThat(once.get()).isNull();
        assertThat(once.get()).isNull();
        assertThat(loads).hasValue(1);
    }

    @Test
    void a_refusal_is_thrown_each_time_and_loaded_once() {
        var once = new Once<>(() -> {
            throw new WpException(404, "missing", "Load " + loads.incrementAndGet());
        });

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(once::get).isInstanceOf(WpException.class).hasMessage("Load 1");
        }
    }
}
