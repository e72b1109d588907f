package io.masthead.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.testsupport.Blog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CrossOriginTest {

    private static final String POSTS = "/api/v1/posts";
    private static final String FRONT = "https://www.example.org";
    private static final List<String> CORS_HEADERS = List.of(
            "Access-Control-Allow-Origin",
            "Access-Control-Allow-Methods",
            "Access-Control-Allow-Headers",
            "Access-Control-Allow-Credentials",
            "Access-Control-Expose-Headers",
            "Access-Control-Max-Age");

    @Inject
    SwitchedCors cors;

    private final Blog blog = Blog.ofAdministrator();

    @AfterEach
    void off() {
        cors.off();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "https://www.example.org"})
    void no_origin_is_allowed_unless_it_is_named(String origin) {
        isNotMarked(given().header("Origin", origin)
                .get(POSTS + "?limit=1")
                .then()
                .statusCode(200)
                .header("Vary", not(containsString("Origin"))));
        isNotMarked(preflight(origin, POSTS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "*",
                "https://www.example.org.evil.example",
                "https://evil.example/https://www.example.org",
                "http://www.example.org",
                "https://www.example.org:8443",
                "https://www.example.org/",
                "https://WWW.example.org",
                "https://www.example.org https://evil.example"
            })
    void any_other_origin_than_the_named_is_not_allowed(String origin) {
        cors.on(FRONT);

        isNotMarked(given().header("Origin", origin)
                .get(POSTS + "?limit=1")
                .then()
                .statusCode(200)
                .header("Vary", containsString("Origin")));
        isNotMarked(preflight(origin, POSTS));
    }

    @Test
    void two_origins_are_none() {
        cors.on(FRONT);

        isNotMarked(given().header("Origin", FRONT, "https://evil.example")
                .get(POSTS + "?limit=1")
                .then()
                .statusCode(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "text/json"})
    void requests_without_a_preflight_change_nothing(String type) {
        var title = Blog.unique("Forged");
        for (var origin : List.of("https://evil.example", FRONT)) {
            blog.asking()
                    .contentType(type)
                    .header("Origin", origin)
                    .body("{\"title\": \"" + title + "\"}")
                    .post(POSTS)
                    .then()
                    .statusCode(415)
                    .body("code", is("unsupported_media_type"));
        }

        blog.asking()
                .get(POSTS + "?status=draft,published&count=true&search=" + title)
                .then()
                .statusCode(200)
                .body("page.total", is(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/posts",
                "/api/v1/posts/1/comments",
                "/api/v1/auth/login",
                "/api/v1/auth/refresh",
                "/wp-json/wp/v2/comments"
            })
    void a_body_without_a_content_type_is_refused(String path) throws Exception {
        for (var type : List.of("", "Content-Type:\r\n", "Content-Type: */*\r\n")) {
            assertThat(posted(path, type, "{}")).as(type).startsWith("HTTP/1.1 415 ");
        }
    }

    @Test
    void a_request_without_a_body_needs_no_type() throws Exception {
        assertThat(posted("/api/v1/posts", "", "")).doesNotStartWith("HTTP/1.1 415 ");
        assertThat(posted("/wp-json/wp/v2/comments", "", "")).doesNotStartWith("HTTP/1.1 415 ");
    }

    /** The response to a request that no library would send. */
    private static String posted(String path, String type, String body) throws Exception {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("POST %s HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\n"
                                    + "Connection: close\r\n%sContent-Length: %d\r\n\r\n%s")
                            .formatted(path, type, body.length(), body)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void only_signing_in_takes_cookies_of_allowed_pages() {
        cors.on(FRONT);
        cors.withCredentials();

        preflight(FRONT, "/api/v1/auth/refresh").statusCode(204).header("Access-Control-Allow-Credentials", is("true"));
        preflight(FRONT, POSTS + "/1").statusCode(204).header("Access-Control-Allow-Credentials", nullValue());
        isNotMarked(preflight("https://evil.example", "/api/v1/auth/refresh"));
        cors.off();
        cors.on(FRONT);
        preflight(FRONT, "/api/v1/auth/refresh")
                .statusCode(204)
                .header("Access-Control-Allow-Credentials", nullValue());
    }

    @Test
    void a_preflight_of_an_allowed_origin_lists_methods_and_headers() {
        cors.on("https://other.example", FRONT);

        var answer = preflight(FRONT, POSTS + "/1").statusCode(204);
        answer.header("Access-Control-Allow-Origin", is(FRONT))
                .header("Access-Control-Allow-Methods", is("GET, HEAD, POST, PUT, PATCH, DELETE"))
                .header("Access-Control-Max-Age", is("3600"))
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Vary", containsString("Origin"))
                .body(is(""));
        assertThat(List.of(
                        answer.extract().header("Access-Control-Allow-Headers").split(", ")))
                .containsExactlyInAnyOrder(
                        "Authorization",
                        "Content-Disposition",
                        "Content-Type",
                        "If-Match",
                        "If-None-Match",
                        "Idempotency-Key",
                        "X-Post-Password",
                        "X-Comment-Token");
    }

    @Test
    void an_allowed_page_may_read_answers_and_refusals() {
        cors.on(FRONT);
        var post = blog.published(Blog.unique("Shared")).write();

        for (var path : List.of(post.path(), POSTS + "/999999999", "/nowhere", "/openapi")) {
            given().header("Origin", FRONT)
                    .get(path)
                    .then()
                    .statusCode(anyOf(is(200), is(404)))
                    .header("Access-Control-Allow-Origin", is(FRONT))
                    .header("Access-Control-Allow-Credentials", nullValue())
                    .header("Access-Control-Expose-Headers", is("Content-Range, ETag, Link, Location, Retry-After"))
                    .header("Vary", containsString("Origin"));
        }
        given().header("Origin", FRONT)
                .get(post.path())
                .then()
                .header("Vary", containsString("Authorization"))
                .header("Cache-Control", containsString("s-maxage="));
        given().header("Origin", FRONT)
                .header("Authorization", "Bearer junk")
                .get(POSTS)
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", is(FRONT));
    }

    @Test
    void without_an_origin_only_vary_is_set() {
        cors.on(FRONT);

        isNotMarked(given().get(POSTS + "?limit=1").then().statusCode(200).header("Vary", containsString("Origin")));
    }

    private static ValidatableResponse preflight(String origin, String path) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options(path)
                .then();
    }

    private static void isNotMarked(ValidatableResponse answer) {
        CORS_HEADERS.forEach(name -> answer.header(name, nullValue()));
    }
}
