package io.masthead.wp.rest;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.testsupport.Account;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Discussion;
import io.masthead.testsupport.Reader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Every argument of every route, as the index lists them, is sent what nobody means well with: the
 * answer is a clear one and never a failure.
 */
@QuarkusTest
class HostileInputTest {

    private static final String ROOT = "/wp-json";

    private static final List<String> IN_QUERIES =
            List.of(
                    "=%00",
                    "=%ED%A0%80",
                    "=%FF",
                    "=",
                    "=-9223372036854775808",
                    "=999999999999999999999999",
                    "=9223372036854775807",
                    "=2038-01-19T03:14:08%2B99:00",
                    "=-999999999-01-01T00:00:00",
                    "[]=%00",
                    "[a][b][]=1",
                    "=1,2,,x,%27");

    private static final List<String> IN_BODIES =
            List.of(
                    "null",
                    "-9223372036854775808",
                    "1e400",
                    "\"\"",
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "\"-999999999-01-01T00:00:00\"",
                    "\"" + "<b>".repeat(400) + "\"",
                    "\"" + "x".repeat(3_000) + "\"",
                    "[null]",
                    "[[1], {}]",
                    "{\"raw\": {}}",
                    "{\"raw\": \"\\u0000\"}",
                    "{\"footnotes\": [1]}",
                    "{\"\": null}");

    private final Blog blog = Blog.ofAdministrator();
    private final Discussion discussion = new Discussion();

    @BeforeEach
    void everybody_may_speak() {
        discussion.open();
    }

    @AfterEach
    void put_back() {
        discussion.putBack();
    }

    /**
     * @param path with the ids of things that are there
     */
    private record Operation(String method, String path, List<String> arguments) {}

    @Test
    void queries_are_answered() {
        var failures = new ArrayList<String>();
        for (var operation : operations("GET")) {
            for (var argument : operation.arguments()) {
                for (var value : IN_QUERIES) {
                    var url = operation.path() + "?" + encoded(argument) + value;
                    note(blog.asking().urlEncodingEnabled(false).get(url), "GET " + url, failures);
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void bodies_are_answered() {
        var failures = new ArrayList<String>();
        for (var operation : operations("POST")) {
            if (operation.path().endsWith("/users/me")) {
                continue; // the same as of the other user, and who asks must remain who it is
            }
            for (var argument : operation.arguments()) {
                for (var value : IN_BODIES) {
                    var body = "{\"%s\": %s}".formatted(argument, value);
                    note(
                            blog.asking().body(body).post(operation.path()),
                            "POST %s %.100s".formatted(operation.path(), body),
                            failures);
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    private static void note(Response answer, String request, List<String> failures) {
        int status = answer.statusCode();
        if (status >= 500 && status != 501) {
            failures.add(request + " " + status + " " + answer.asString());
        }
    }

    private List<Operation> operations(String method) {
        var ids = ids();
        var operations = new ArrayList<Operation>();
        Map<String, Map<String, Object>> routes = given().get(ROOT + "/").path("routes");
        routes.forEach(
                (pattern, route) -> {
                    for (var endpoint : (List<?>) route.get("endpoints")) {
                        var one = (Map<?, ?>) endpoint;
                        if (((List<?>) one.get("methods")).contains(method)
                                && one.get("args") instanceof Map<?, ?> arguments) {
                            operations.add(
                                    new Operation(
                                            method,
                                            ROOT + path(pattern, ids),
                                            arguments.keySet().stream()
                                                    .map(String::valueOf)
                                                    .toList()));
                        }
                    }
                });
        assertThat(operations).hasSizeGreaterThan(15);
        return operations;
    }

    /** By the beginning of a route, what stands in the place of its variables. */
    private Map<String, String> ids() {
        var post = blog.published(Blog.unique("Hostile ")).write();
        blog.asking().body(Map.of("title", "Changed")).patch(post.path());
        var page = blog.page(Blog.unique("Hostile ")).with("status", "published").write();
        var said = Reader.guest().says("Hostile").storedOn(post);
        return Map.of(
                "/wp/v2/posts", Long.toString(post.id()),
                "/wp/v2/pages", Long.toString(page.id()),
                "/wp/v2/categories", Long.toString(blog.category(Blog.unique("H ")).id()),
                "/wp/v2/tags", Long.toString(blog.tag(Blog.unique("h ")).id()),
                "/wp/v2/comments", Long.toString(said.id()),
                "/wp/v2/types", "post",
                "/wp/v2/taxonomies", "category",
                "/wp/v2/statuses", "publish",
                "/wp/v2/media", "1",
                "/wp/v2/users", Long.toString(account()));
    }

    private static long account() {
        return Account.ofRole("author").id();
    }

    private static String path(String pattern, Map<String, String> ids) {
        var path = pattern;
        for (var id : ids.entrySet()) {
            if (pattern.startsWith(id.getKey())) {
                path =
                        pattern.replaceAll(
                                "\\(\\?P<\\w+>(?:\\(\\?:[^)]*\\)|[^()])*\\)", id.getValue());
            }
        }
        return path;
    }

    private static String encoded(String argument) {
        return URLEncoder.encode(argument, StandardCharsets.UTF_8);
    }
}
