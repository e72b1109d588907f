package io.masthead.wp.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the committed document is served. */
@QuarkusTest
class WpDocumentTest {

    static final Path COMMITTED = Path.of("openapi", "wordpress.json");

    private static final String ADDRESS = "/openapi/wordpress";

    @Test
    void the_served_document_is_the_committed_one() throws IOException {
        var served = given().queryParam("format", "JSON")
                .get(ADDRESS)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("application/json"))
                .header("Cache-Control", containsString("s-maxage="))
                .extract()
                .asString();
        assertThat(served).isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void it_is_served_in_the_forms_of_the_native_one() {
        given().get(ADDRESS)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("application/yaml"))
                .body(containsString("openapi: \"3.1.0\""));
        given().accept("application/json")
                .get(ADDRESS)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("application/json"));
        given().get(ADDRESS + "?format=yaml").then().header("Content-Type", startsWith("application/yaml"));
    }

    @Test
    void neither_document_tells_of_the_other_surface() {
        assertThat(given().get("/openapi?format=JSON").asString()).doesNotContain("/wp-json", "/openapi/wordpress");
        Map<String, ?> paths = given().get(ADDRESS + "?format=JSON").path("paths");
        assertThat(paths.keySet()).allMatch(path -> path.startsWith("/wp-json"));
    }

    @Test
    void every_route_of_the_index_is_in_it_with_all_its_methods() {
        Map<String, Map<String, ?>> paths =
                given().get(ADDRESS + "?format=JSON").path("paths");
        Map<String, Map<String, Object>> routes = given().get("/wp-json").path("routes");

        assertThat(paths).hasSameSizeAs(routes);
        paths.forEach((path, operations) -> {
            var example = path.replaceAll("\\{[a-z_]+}", "1").substring("/wp-json".length());
            var methods = given().options("/wp-json" + example).path("methods");
            assertThat(methods.toString())
                    .as(path)
                    .contains(operations.keySet().stream()
                            .map(verb -> verb.toUpperCase(Locale.ROOT))
                            .toList());
        });
    }
}
