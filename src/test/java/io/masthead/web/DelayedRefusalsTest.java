package io.masthead.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DelayedRefusalsTest {

    private static final Duration DELAY = Duration.ofMillis(50);

    @Test
    void responses_with_retry_after_are_delayed() {
        long begin = System.nanoTime();
        hold(DELAY, "Retry-After").await().indefinitely();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(DELAY);
    }

    @Test
    void other_responses_are_not_delayed() {
        assertThat(hold(DELAY, "ETag")).isNull();
        assertThat(hold(Duration.ZERO, "Retry-After")).isNull();
    }

    private static Uni<Void> hold(Duration delay, String header) {
        var headers = new MultivaluedHashMap<String, Object>();
        headers.putSingle(header, "1");
        var answer = (ContainerResponseContext) Proxy.newProxyInstance(
                ContainerResponseContext.class.getClassLoader(),
                new Class<?>[] {ContainerResponseContext.class},
                (proxy, method, arguments) -> headers);
        return new DelayedRefusals(() -> () -> delay).delay(answer);
    }
}
