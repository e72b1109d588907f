package io.masthead.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and methods in disguise open nothing that is closed under the plain one. */
@QuarkusTest
class DisguisedPathTest {

    private static final Set<String> TAKING_FILES = Set.of("/api/v1/imports", "/api/v1/imports/users");

    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

    /** Each stands for a way in which a path was let past a check elsewhere. */
    private static final List<UnaryOperator<String>> MUTATIONS = List.of(
            path -> path + ";x",
            path -> path.replace("/api/", "/api;a/"),
            path -> path + "%3Bx",
            path -> path.replace("/v1/", "%2Fv1/"),
            path -> path.replace("/v1/", "/v1%2F"),
            path -> path.replace("/v1/", "/v1%5C"),
            path -> "/" + path,
            path -> path.replace("/v1/", "/v1//"),
            path -> path.replace("/v1/", "/./v1/"),
            path -> path.replace("/v1/", "/x/%2e%2e/v1/"),
            path -> path.toUpperCase(Locale.ROOT),
            path -> path + "/",
            path -> path + ".json",
            path -> path + "%00");

    @TestHTTPResource
    URI server;

    private final HttpClient client = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/me;x",
                "/api;a/v1/me",
                "/api/v1/audit;x",
                "/api;a/v1/users/1/sessions",
                "/api/v1/me/tokens;x=1"
            })
    void a_matrix_parameter_opens_nothing(String path) throws Exception {
        assertThat(send("get", path).statusCode()).isIn(401, 404);
    }

    @Test
    void no_disguise_of_a_path_is_answered_better_than_the_path() throws Exception {
        var leaks = new ArrayList<String>();
        int tried = 0;
        for (var closed : closedOperations()) {
            var verb = closed.substring(0, closed.indexOf(' '));
            var path = closed.substring(closed.indexOf(' ') + 1);
            assertThat(send(verb, path).statusCode()).as(closed).isEqualTo(401);
            for (var mutation : MUTATIONS) {
                var disguised = mutation.apply(path);
                tried++;
                if (send(verb, disguised).statusCode() < 400) {
                    leaks.add(verb + " " + disguised);
                }
            }
        }

        assertThat(leaks).isEmpty();
        assertThat(tried).isGreaterThan(500);
    }

    @ParameterizedTest
    @CsvSource({
        "get, /wp-json/wp/v2/settings",
        "post, /wp-json/wp/v2/settings",
        "post, /wp-json/wp/v2/posts",
        "get, /wp-json/wp/v2/users/me",
        "get, /wp-json/wp/v2/users/1/application-passwords",
        "delete, /wp-json/wp/v2/users/1"
    })
    void nor_on_the_surface_of_wordpress(String verb, String path) throws Exception {
        assertThat(send(verb, path).statusCode()).isIn(400, 401);
        for (var mutation : MUTATIONS) {
            var disguised = mutation.apply(path.replace("/wp/v2/", "/v1/")).replace("v1", "wp/v2");
            assertThat(send(verb, disguised).statusCode())
                    .as("%s %s", verb, disguised)
                    .isGreaterThanOrEqualTo(400)
                    .isLessThan(500);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TRACE, /api/v1/me",
        "TRACE, /api/v1/users",
        "HEAD, /api/v1/auth/login",
        "PUT, /api/v1/users",
        "GET, /api/v1/auth/login"
    })
    void a_method_that_an_address_does_not_take_is_refused(String method, String path) throws Exception {
        assertThat(send(method, path).statusCode()).isEqualTo(405);
    }

    @Test
    void no_header_changes_the_method() throws Exception {
        for (var header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            var request = HttpRequest.newBuilder(server.resolve("/api/v1/auth/logout"))
                    .header("Content-Type", "application/json")
                    .header(header, "DELETE")
                    .POST(BodyPublishers.ofString("{\"refreshToken\": \"x\"}"))
                    .build();

            // As the POST that it is.
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(204);
        }
    }

    private HttpResponse<Void> send(String verb, String path) throws Exception {
        var base = "http://" + server.getHost() + ":" + server.getPort();
        var body = Set.of("post", "patch").contains(verb) ? BodyPublishers.ofString("{}") : BodyPublishers.noBody();
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .method(verb.toUpperCase(Locale.ROOT), body)
                .build();
        return client.send(request, BodyHandlers.discarding());
    }

    /** Those of the document that nobody may call without credentials, as "verb path". */
    private static List<String> closedOperations() throws IOException {
        var operations = new ArrayList<String>();
        var document = new ObjectMapper().readTree(OpenApiDocumentTest.COMMITTED.toFile());
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(verb -> VERBS.contains(verb.getKey()))
                        // What takes a file is refused for its body first.
                        .filter(verb -> !TAKING_FILES.contains(path.getKey()))
                        .filter(verb -> isClosed(verb.getValue()))
                        .forEach(verb -> operations.add(
                                verb.getKey() + " " + path.getKey().replaceAll("\\{[^}]*}", "1"))));
        return operations;
    }

    /** Whether each way to call it takes credentials of some kind. */
    private static boolean isClosed(JsonNode operation) {
        var ways = operation.path("security");
        return !ways.isEmpty()
                && StreamSupport.stream(ways.spliterator(), false).noneMatch(JsonNode::isEmpty);
    }
}
