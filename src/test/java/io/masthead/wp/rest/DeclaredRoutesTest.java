package io.masthead.wp.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredRoutesTest {

    private final Schema number = Schema.ofType("integer").with("default", 10L);
    private final DeclaredRoutes declared = new DeclaredRoutes(new RouteTable(List.of(() -> List.of(
            route("/wp/v2/things", Map.of("per_page", number)),
            route(
                    "/wp/v2/things/(?P<id>[\\d]+)",
                    Map.of("context", Schema.ofType("string").with("default", "view"))),
            route("/wp/v2/(?P<kind>[a-z]+)/first", Map.of("order", number)),
            route("/wp/v2/things/first", Map.of("never", number)),
            route("/wp/v2/values", values())))));

    private static Route<?> route(String pattern, Map<String, Schema> arguments) {
        return Route.of(pattern, ResourceSchema.of("settings")).get(arguments, request -> WpAnswer.ok(Map.of()));
    }

    private Map<String, Schema> values() {
        var values = new LinkedHashMap<String, Schema>();
        values.put("off", Schema.ofType("boolean").with("default", false));
        values.put("on", Schema.ofType("boolean").with("default", true));
        values.put("none", Schema.ofType("array").with("default", List.of()));
        values.put("some", Schema.ofType("array").with("default", "publish"));
        values.put("checked", number.checkedBy((name, value, request) -> value));
        values.put("checkedOnly", number.checkedOnlyBy((name, value, request) -> value));
        values.put("taken", number.taking(value -> true));
        values.put("nothing", Schema.ofType("string").with("default", null));
        values.put("required", Schema.ofType("string"));
        return values;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/wp-json/wp/v2/things", "/wp-json/wp/v2/things/"})
    void a_route_is_found_by_its_path(String path) {
        assertThat(declared.find(path).defaults()).containsEntry("per_page", Set.of("10"));
    }

    @Test
    void a_route_with_variables_is_found_by_its_pattern() {
        var parameters = declared.find("/wp-json/wp/v2/things/12");

        assertThat(parameters.ignoresOthers()).isTrue();
        assertThat(parameters.defaults())
                .containsEntry("context", Set.of("view"))
                .containsEntry("id", Set.of())
                .containsEntry("_fields", Set.of())
                .doesNotContainKey("per_page");
    }

    @Test
    void of_two_routes_with_a_path_the_first_counts() {
        assertThat(declared.find("/wp-json/wp/v2/things/first").defaults())
                .containsKey("order")
                .doesNotContainKey("never");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wp-json/wp/v2/things/x",
                "/wp-json/wp/v2/things/1%32",
                "/wp-json/wp/v2/things;a=1",
                "/wp-json/wp/v2/./things",
                "/wp-jsonp/wp/v2/things",
                "/wp-json/wp/v2/Things",
                "/api/v1/posts",
            })
    void other_paths_and_spellings_are_unknown(String path) {
        assertThat(declared.find(path)).isNull();
    }

    @Test
    void a_default_has_the_texts_that_its_schema_reads_as_it() {
        assertThat(declared.find("/wp-json/wp/v2/values").defaults())
                .containsEntry("off", Set.of("false", "0"))
                .containsEntry("on", Set.of("true", "1"))
                .containsEntry("none", Set.of(""))
                .containsEntry("some", Set.of())
                .containsEntry("checked", Set.of())
                .containsEntry("checkedOnly", Set.of())
                .containsEntry("taken", Set.of())
                .containsEntry("nothing", Set.of())
                .containsEntry("required", Set.of());
    }
}
