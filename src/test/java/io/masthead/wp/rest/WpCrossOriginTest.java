package io.masthead.wp.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.testsupport.Blog;
import io.masthead.web.SwitchedCors;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages of other origins may do here. */
@QuarkusTest
class WpCrossOriginTest {

    private static final String TAGS = "/wp-json/wp/v2/tags";
    private static final String FRONT = "https://www.example.org";
    private static final String METHODS = "OPTIONS, GET, POST, PUT, PATCH, DELETE";
    private static final String HEADERS = "Authorization, X-WP-Nonce, Content-Disposition, Content-MD5, Content-Type";

    @Inject
    SwitchedCors cors;

    @AfterEach
    void off() {
        cors.off();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/wp-json/wp/v2/tags", "/?rest_route=/wp/v2/tags"})
    void a_preflight_is_answered_by_the_route(String address) {
        cors.on(FRONT);

        preflight(FRONT, address)
                .statusCode(200)
                .header("Access-Control-Allow-Origin", is(FRONT))
                .header("Access-Control-Allow-Methods", is(METHODS))
                .header("Access-Control-Allow-Headers", is(HEADERS))
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Allow", is("GET"))
                .body("namespace", is("wp/v2"), "schema.title", is("tag"));
    }

    @Test
    void an_allowed_page_may_read_the_totals() {
        cors.on(FRONT);

        var answer = given().header("Origin", FRONT)
                .get(TAGS)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", is(FRONT))
                .header("Access-Control-Expose-Headers", is("X-WP-Total, X-WP-TotalPages, Link"))
                .header("Access-Control-Allow-Credentials", nullValue())
                .extract();
        assertThat(answer.header("Vary")).contains("Authorization").containsOnlyOnce("Origin");
    }

    @Test
    void credentials_are_taken_only_where_the_operator_says_so() {
        cors.on(FRONT);
        cors.withCredentials();

        preflight(FRONT, TAGS).header("Access-Control-Allow-Credentials", is("true"));
        given().header("Origin", FRONT).get(TAGS).then().header("Access-Control-Allow-Credentials", is("true"));
        preflight("https://evil.example", TAGS).header("Access-Control-Allow-Credentials", nullValue());
        given().header("Origin", FRONT)
                .get("/api/v1/posts?limit=1")
                .then()
                .header("Access-Control-Allow-Origin", is(FRONT))
                .header("Access-Control-Allow-Credentials", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "*", "https://www.example.org.evil.example"})
    void other_origins_are_not_named(String origin) {
        cors.withCredentials();
        isNotAllowed(preflight(origin, TAGS));
        cors.on("https://other.example");

        isNotAllowed(preflight(origin, TAGS));
        isNotAllowed(given().header("Origin", origin).get(TAGS).then());
    }

    @Test
    void a_preflight_does_nothing_by_another_method() {
        cors.on(FRONT);
        var tag = TAGS + "/" + Blog.ofAdministrator().tag(Blog.unique("Asked ")).id();

        preflight(FRONT, tag + "?_method=DELETE&force=true").statusCode(200).body("namespace", is("wp/v2"));
        given().get(tag).then().statusCode(200);
    }

    /** A CDN would otherwise keep a copy for each page that links to it. */
    @Test
    void answers_depend_on_the_origin_only_where_some_are_allowed() {
        var none = given().header("Origin", FRONT).get(TAGS).header("Vary");
        cors.on("https://other.example");
        var some = given().header("Origin", FRONT).get(TAGS).header("Vary");

        assertThat(none).contains("Authorization").doesNotContain("Origin");
        assertThat(some).contains("Authorization").containsOnlyOnce("Origin");
    }

    private static void isNotAllowed(ValidatableResponse answer) {
        answer.statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Methods", nullValue())
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Access-Control-Max-Age", nullValue());
    }

    private static ValidatableResponse preflight(String origin, String address) {
        return given().urlEncodingEnabled(false)
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "DELETE")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options(address)
                .then();
    }
}
