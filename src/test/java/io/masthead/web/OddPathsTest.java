package io.masthead.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.testsupport.FirstAdministrator;
import io.masthead.testsupport.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that no client sends by mistake are not found, and never cause a failure. */
@QuarkusTest
class OddPathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..;/",
                "/..;",
                "/..;/api/v1/posts",
                "/;/",
                "/.;/",
                "/..%3b/",
                "/%2e%2e;/",
                "/posts;a=b/1",
                "/posts/..;/..;/",
                "/posts/%00",
                "/%00",
                "/%5c",
                "/%5c..%5c",
                "/posts%2f1",
                "/%252e%252e/",
                "//posts",
                "/posts//1",
                "/%ff%fe",
                "/%C0%AE%C0%AE/",
                "/posts/1;.json",
            })
    void an_odd_path_is_not_found_on_either_surface(String odd) throws IOException {
        for (var root : new String[] {"/api/v1", "/wp-json", "/wp-json/wp/v2", "/index.php/wp-json"}) {
            for (var method : new String[] {"GET", "OPTIONS", "DELETE"}) {
                try (var connection = RawHttp.open()) {
                    var answer = connection
                            .send(method + " " + root + odd + " HTTP/1.1|Host: a||")
                            .readAnswer();
                    assertThat(answer).as("%s %s%s", method, root, odd).matches("(?s)HTTP/1.1 [234].*");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/..;/", "/..;", "/%2e%2e;/"})
    void a_path_that_leaves_the_wordpress_api_is_not_its_index(String odd) throws IOException {
        try (var connection = RawHttp.open()) {
            assertThat(connection
                            .send("GET /wp-json" + odd + " HTTP/1.1|Host: a||")
                            .readAnswer())
                    .startsWith("HTTP/1.1 404");
        }
    }

    @ParameterizedTest
    @CsvSource({"/wp-json/..", "/wp-json/wp/../..", "/index.php/wp-json/../..", "/wp-json/%2e%2e"})
    void the_native_surface_knows_no_other_spelling_of_a_method(String way) throws IOException {
        var tag = given().auth()
                .oauth2(FirstAdministrator.TOKEN)
                .contentType("application/json")
                .body(Map.of("name", "Odd " + UUID.randomUUID()))
                .post("/api/v1/tags")
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("id");
        for (var more : new String[] {"", "&_method=DELETE"}) {
            try (var connection = RawHttp.open()) {
                var answer = connection
                        .send("GET "
                                + way
                                + "/api/v1/tags/"
                                + tag
                                + "?permanent=true"
                                + more
                                + " HTTP/1.1|Host: a|X-HTTP-Method-Override: DELETE"
                                + "|Authorization: Bearer "
                                + FirstAdministrator.TOKEN
                                + "||")
                        .readAnswer();
                assertThat(answer).as(way).isNotEmpty().doesNotContain("HTTP/1.1 204");
            }
            given().get("/api/v1/tags/" + tag).then().statusCode(200);
        }
    }

    @Test
    void wordpress_methods_still_may_be_named_in_a_header() {
        given().header("X-HTTP-Method-Override", "GET")
                .post("/wp-json/wp/v2/posts")
                .then()
                .statusCode(200);
    }
}
