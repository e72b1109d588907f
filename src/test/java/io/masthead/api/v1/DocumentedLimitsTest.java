package io.masthead.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.masthead.post.PostStatus;
import io.masthead.testsupport.ApiDocument;
import io.masthead.testsupport.ApiDocument.Named;
import io.masthead.testsupport.Blog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the document says a value may be is what the server takes. */
@QuarkusTest
class DocumentedLimitsTest {

    private final ApiDocument api = ApiDocument.at(OpenApiDocumentTest.COMMITTED);
    private final Blog blog = Blog.ofAdministrator();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "post /api/v1/posts",
                "post /api/v1/pages",
                "post /api/v1/categories",
                "post /api/v1/tags",
                "post /api/v1/users",
                "patch /api/v1/settings",
                "patch /api/v1/me"
            })
    void a_text_may_be_as_long_as_documented_and_no_longer(String name) {
        var operation = api.operations()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        var content = operation.node().path("requestBody").path("content").path("application/json");
        var texts = api.resolved(content.path("schema")).path("properties").properties().stream()
                .filter(property -> property.getValue().has("maxLength"))
                // Looked at only where what it protects is changed.
                .filter(property -> !property.getKey().equals("currentPassword"))
                .toList();
        var wrong = new ArrayList<String>();
        assertThat(texts).isNotEmpty();
        for (var text : texts) {
            int limit = text.getValue().path("maxLength").asInt();
            // Of two faults both are named, and nothing is written.
            var other = texts.get(texts.get(0) == text ? texts.size() - 1 : 0);
            var tooLong = sent(name, content, Map.of(text.getKey(), "x".repeat(limit + 1)));
            var fitting = sent(
                    name,
                    content,
                    Map.of(
                            other.getKey(),
                            "x".repeat(other.getValue().path("maxLength").asInt() + 1),
                            text.getKey(),
                            "x".repeat(limit)));
            if (!faults(tooLong).contains("/" + text.getKey())) {
                wrong.add(text.getKey() + " may be longer than " + limit + ": " + tooLong.asString());
            }
            if (codes(fitting, "/" + text.getKey()).contains("too_long")) {
                wrong.add(text.getKey() + " may not be as long as " + limit);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "login, login",
        "second-factor, challenge",
        "second-factor, code",
        "exchange, code",
        "exchange, verifier",
        "link, challenge",
        "password-reset/confirm, token",
    })
    void a_text_of_a_sign_in_may_be_as_long_as_documented_and_no_longer(String path, String field) {
        var address = "/api/v1/auth/" + path;
        var operation = api.operations()
                .filter(one -> one.name().equals("post " + address))
                .findFirst()
                .orElseThrow();
        var schema = operation.node().at("/requestBody/content/application~1json/schema");
        int limit =
                api.resolved(schema).at("/properties/" + field + "/maxLength").asInt();

        // The other field is missing, so that nothing is attempted.
        var tooLong = blog.asking().body(Map.of(field, "x".repeat(limit + 1))).post(address);
        var fitting = blog.asking().body(Map.of(field, "x".repeat(limit))).post(address);

        assertThat(codes(tooLong, "/" + field)).containsExactly("too_long");
        assertThat(fitting.statusCode()).isEqualTo(422);
        assertThat(codes(fitting, "/" + field)).isEmpty();
    }

    @Test
    void a_list_takes_the_documented_words_and_no_others() {
        var wrong = new ArrayList<String>();
        lists().forEach(list -> list.parameters().forEach(parameter -> {
            var words = words(parameter.path("schema"));
            if (!words.isEmpty()) {
                var path = list.name().substring("get ".length());
                var name = parameter.path("name").asText();
                words.stream()
                        .filter(word ->
                                blog.asking().queryParam(name, word).get(path).statusCode() != 200)
                        .forEach(word -> wrong.add(path + "?" + name + "=" + word));
                var allowed = allowed(blog.asking().queryParam(name, "nonsense").get(path));
                var documented = new TreeSet<>(words);
                documented.removeIf(word -> word.startsWith("-"));
                if (!allowed.equals(documented)) {
                    wrong.add(path + " allows for " + name + ": " + allowed);
                }
            }
        }));
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Post", "Page"})
    void a_status_can_be_set_if_it_is_documented(String noun) {
        var schema = api.root().at("/components/schemas/" + noun + "Create/properties/status");
        var path = "/api/v1/" + noun.toLowerCase(Locale.ROOT) + "s";

        // A title must not be null, so that nothing is written.
        var settable = Arrays.stream(PostStatus.values())
                .map(status -> status.name().toLowerCase(Locale.ROOT))
                .filter(status -> !faults(blog.asking()
                                .body("{\"title\": null, \"status\": \"" + status + "\"}")
                                .post(path))
                        .contains("/status"));

        assertThat(settable).containsExactlyInAnyOrderElementsOf(words(schema));
    }

    private Stream<Named> lists() {
        return Stream.of("posts", "pages", "categories", "tags", "comments", "media", "users")
                .flatMap(noun -> api.operations().filter(one -> one.name().equals("get /api/v1/" + noun)));
    }

    private Response sent(String operation, JsonNode content, Map<String, String> values) {
        var body = (ObjectNode) content.path("example").deepCopy();
        values.forEach(body::put);
        var at = operation.indexOf(' ');
        return blog.asking()
                .body(body.toString())
                .request(operation.substring(0, at).toUpperCase(Locale.ROOT), operation.substring(at + 1));
    }

    private static Set<String> faults(Response answer) {
        return new TreeSet<>(answer.jsonPath().getList("errors.pointer", String.class));
    }

    private static List<String> codes(Response answer, String pointer) {
        return answer.jsonPath().getList("errors.findAll { it.pointer == '" + pointer + "' }.code", String.class);
    }

    /** Of one value, or of several between commas. */
    private static Set<String> words(JsonNode schema) {
        var words = new TreeSet<String>();
        var one = schema.has("items") ? schema.path("items") : schema;
        one.path("enum").forEach(word -> words.add(word.asText()));
        return words;
    }

    /** The words that a refusal names. */
    private static Set<String> allowed(Response refusal) {
        assertThat(refusal.statusCode()).isEqualTo(400);
        var detail = refusal.jsonPath().getString("errors[0].detail");
        var list = detail.replaceFirst("^.*(?:one of|allowed are:) ", "").replaceFirst("(?:, with .*)?\\.$", "");
        return new TreeSet<>(List.of(list.split(", ")));
    }
}
