package io.masthead.wp.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.testsupport.Account;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Discussion;
import io.masthead.testsupport.FirstAdministrator;
import io.masthead.testsupport.Reader;
import io.masthead.testsupport.Uploads;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every argument of every route, as the index lists them, is sent what nobody means well with: the
 * answer is a clear one and never a failure.
 */
@QuarkusTest
class HostileInputTest {

    private static final String ROOT = "/wp-json";
    private static final Pattern VARIABLE = Pattern.compile("\\(\\?P<\\w+>(?:\\(\\?:[^)]*\\)|[^()])*\\)");

    private static final List<String> IN_QUERIES = List.of(
            "=%00",
            "=%ED%A0%80",
            "=%FF",
            "=-9223372036854775808",
            "=9223372036854775807",
            "=-999999999-01-01T00:00:00",
            "[a][b][]=1",
            "=1,2,,x,%27");

    private static final List<String> IN_BODIES = List.of(
            "null",
            "-9223372036854775808",
            "1e400",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"-999999999-01-01T00:00:00\"",
            "\"" + "<b>".repeat(400) + "\"",
            "[null]",
            "[[1], {}]",
            "{\"raw\": \"\\u0000\", \"footnotes\": [1], \"\": null}");

    private static final List<String> EVERYWHERE = List.of(
            "_fields[a][b]=1",
            "_fields=%00,..,a.",
            "_embed[]=%00",
            "_envelope[]=x",
            "_jsonp[]=x",
            "_method[]=x",
            "_locale=%00",
            "password=%00",
            "rest_route[]=x");

    private final Uploads uploads = new Uploads();

    private final HttpClient client = HttpClient.newHttpClient();
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
     * @param arguments whether each is required
     */
    private record Operation(String path, Map<String, Boolean> arguments) {}

    @Test
    void queries_are_answered() {
        var failures = new ArrayList<String>();
        for (var operation : operations("GET")) {
            for (var argument : operation.arguments().keySet()) {
                for (var value : IN_QUERIES) {
                    var url = operation.path() + "?" + encoded(argument) + value;
                    ask("GET", url, null, FirstAdministrator.TOKEN, failures);
                    ask("GET", url, null, null, failures);
                }
            }
            for (var query : EVERYWHERE) {
                ask("GET", operation.path() + "?" + query, null, null, failures);
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
            for (var argument : operation.arguments().keySet()) {
                for (var value : IN_BODIES) {
                    var body = body(operation, argument, value);
                    ask("POST", operation.path(), body, FirstAdministrator.TOKEN, failures);
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void deletions_are_answered() {
        var failures = new ArrayList<String>();
        for (var operation : operations("DELETE")) {
            for (var argument : operation.arguments().keySet()) {
                for (var value : IN_QUERIES) {
                    var url = operation.path() + "?" + encoded(argument) + value;
                    ask("DELETE", url, null, FirstAdministrator.TOKEN, failures);
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    /** With what is required, so that the value comes to where it is used. */
    private static String body(Operation operation, String argument, String value) {
        var body = new StringBuilder("{\"" + argument + "\": " + value);
        operation.arguments().forEach((name, required) -> {
            if (required && !name.equals(argument)) {
                var good = name.equals("email") ? Blog.unique("h") + "@example.org" : Blog.unique("hostile");
                body.append(", \"%s\": \"%s\"".formatted(name, good));
            }
        });
        return body.append('}').toString();
    }

    /**
     * Asks without RestAssured, which takes longer for each of so many requests than the server.
     *
     * @param body null for none
     * @param token null for a guest
     */
    private void ask(String method, String url, String body, String token, List<String> failures) {
        var address = RestAssured.baseURI
                + ":"
                + RestAssured.port
                + url.replace("[", "%5B").replace("]", "%5D");
        var request = HttpRequest.newBuilder(URI.create(address))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            int status = answer.statusCode();
            if (status >= 500 && status != 501) {
                failures.add("%s %s %.100s: %d".formatted(method, url, body, status));
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(method + " " + url, e);
        }
    }

    private List<Operation> operations(String method) {
        var ids = ids();
        var operations = new ArrayList<Operation>();
        Map<String, Map<String, Object>> routes = given().get(ROOT + "/").path("routes");
        routes.forEach((pattern, route) -> {
            for (var endpoint : (List<?>) route.get("endpoints")) {
                var one = (Map<?, ?>) endpoint;
                if (((List<?>) one.get("methods")).contains(method) && one.get("args") instanceof Map<?, ?> arguments) {
                    operations.add(new Operation(ROOT + path(pattern, ids), required(arguments)));
                }
            }
        });
        assertThat(operations).hasSizeGreaterThan(5);
        return operations;
    }

    private static Map<String, Boolean> required(Map<?, ?> arguments) {
        var required = new LinkedHashMap<String, Boolean>();
        arguments.forEach((name, schema) ->
                required.put(String.valueOf(name), Boolean.TRUE.equals(((Map<?, ?>) schema).get("required"))));
        return required;
    }

    /** By the beginning of a route, what stands in the place of its variables. */
    private Map<String, List<String>> ids() {
        var post = blog.published(Blog.unique("Hostile ")).write();
        blog.asking().body(Map.of("title", "Changed")).patch(post.path());
        int revision = blog.asking()
                .get(ROOT + "/wp/v2/posts/" + post.id() + "/revisions")
                .path("[0].id");
        var page =
                blog.page(Blog.unique("Hostile ")).with("status", "published").write();
        var said = Reader.guest().says("Hostile").storedOn(post);
        var ids = new LinkedHashMap<String, List<String>>();
        ids.put("/wp/v2/posts", of(post.id(), revision));
        ids.put("/wp/v2/pages", of(page.id(), 1));
        ids.put("/wp/v2/categories", of(blog.category(Blog.unique("H ")).id(), 1));
        ids.put("/wp/v2/tags", of(blog.tag(Blog.unique("h ")).id(), 1));
        ids.put("/wp/v2/comments", of(said.id(), 1));
        ids.put("/wp/v2/media", of(uploads.picture(), 1));
        ids.put("/wp/v2/users", of(Account.ofRole("author").id(), 1));
        var menu = blog.menu(Blog.unique("H "));
        ids.put("/wp/v2/menus", of(menu.id(), 1));
        ids.put("/wp/v2/menu-items", of(1, 1));
        ids.put("/wp/v2/menu-locations", List.of("primary"));
        ids.put("/wp/v2/navigation", of(menu.id(), 1));
        ids.put("/menus/v1/menus", List.of(menu.slug()));
        ids.put("/menus/v1/locations", List.of("primary"));
        ids.put("/wp/v2/types", List.of("post"));
        ids.put("/wp/v2/taxonomies", List.of("category"));
        ids.put("/wp/v2/statuses", List.of("publish"));
        return ids;
    }

    private static List<String> of(long id, long below) {
        return List.of(Long.toString(id), Long.toString(below));
    }

    private static String path(String pattern, Map<String, List<String>> ids) {
        var path = pattern;
        for (var kind : ids.entrySet()) {
            if (pattern.startsWith(kind.getKey())) {
                for (var id : kind.getValue()) {
                    path = VARIABLE.matcher(path).replaceFirst(id);
                }
            }
        }
        return path;
    }

    private static String encoded(String argument) {
        return URLEncoder.encode(argument, StandardCharsets.UTF_8);
    }
}
