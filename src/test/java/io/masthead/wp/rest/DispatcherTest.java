package io.masthead.wp.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.kernel.Actor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DispatcherTest {

    private final AtomicBoolean writable = new AtomicBoolean(true);

    private final Route<Boolean> route = Route.of(
                    "/wp/v2/thing",
                    ResourceSchema.of("settings"),
                    request -> writable.get(),
                    (request, target) -> new AllowedMethods(true, target, target))
            .get(Map.of("known", Schema.any()), request -> WpAnswer.ok(request.parameters()))
            .update(Map.of(), Endpoint.Permission.EVERYBODY, this::lock)
            .delete(Map.of(), Endpoint.Permission.EVERYBODY, this::lock);

    private WpAnswer lock(WpRequest request, Boolean target) {
        writable.set(false);
        return WpAnswer.ok(Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void after_a_write_allow_is_that_of_what_was_written(String method) {
        var call = new WpRequest.Call(Actor.ANONYMOUS, "192.0.2.1", null, "https://example.org", "https://example.org");
        var input = new WpRequest.Input(null, Map.of(), Map.of(), Map.of(), null);
        var answer = new Dispatcher(new RouteTable(List.of(() -> List.of(route))))
                .dispatch(new WpRequest(method, "/wp/v2/thing", call, input));

        assertThat(answer.headers()).containsEntry("Allow", "GET");
    }

    /** So that a stored answer serves who sends them, too. */
    @Test
    void what_a_reading_route_does_not_declare_is_not_shown_to_it() {
        var call = new WpRequest.Call(Actor.ANONYMOUS, "192.0.2.1", null, "https://example.org", "https://example.org");
        var query = Map.<String, Object>of("known", "a", "other", "b", "_pretty", "1");
        var input = new WpRequest.Input(null, query, Map.of(), Map.of(), null);
        var answer = new Dispatcher(new RouteTable(List.of(() -> List.of(route))))
                .dispatch(new WpRequest("GET", "/wp/v2/thing", call, input));

        assertThat(answer.body()).isEqualTo(Map.of("known", "a", "_pretty", "1"));
    }
}
