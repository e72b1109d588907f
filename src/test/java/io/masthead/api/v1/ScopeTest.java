package io.masthead.api.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.masthead.kernel.Scope;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Discussion;
import io.masthead.testsupport.Reader;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scope × operation: {@code scopes.txt} says which scope each operation takes that writes, or that
 * guests cannot read by.
 */
@QuarkusTest
public class ScopeTest {

    private static final Set<String> WRITING = Set.of("post", "put", "patch", "delete");
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");
    private static final Map<String, Operation> OPERATIONS = operations();

    /** A line of the table. */
    public record Line(String operation, String scope, String path, String body) {

        static Line of(String text) {
            var parts = text.split("\\|", 4);
            return new Line(parts[0].strip(), parts[1].strip(), parts[2].strip(), parts[3].strip());
        }
    }

    /** An operation of the document. */
    record Operation(Method method, String path, boolean takesFile) {}

    private final Tokens tokens = new Tokens();

    private final Blog blog = Blog.ofAdministrator();
    private final Discussion discussion = new Discussion();

    @BeforeEach
    void comments_are_shown_at_once() {
        discussion.open();
    }

    @AfterEach
    void putBack() {
        discussion.putBack();
    }

    public static Stream<Line> table() {
        try (var in = ScopeTest.class.getResourceAsStream("scopes.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(Line::of).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_table_names_each_operation_that_writes_or_is_not_for_guests() {
        assertThat(table().map(Line::operation))
                .as("add what is missing to scopes.txt")
                .containsExactlyInAnyOrderElementsOf(OPERATIONS.keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void all_other_scopes_together_do_not_do(Line line) {
        if (line.scope().equals("-")) {
            return;
        }
        var others = EnumSet.complementOf(scopes(line));
        others.remove(Scope.ACCOUNT);
        ask(line, others).then().statusCode(403).body("code", is("scope_missing"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void the_one_scope_does(Line line) {
        if (line.scope().equals("account")) {
            return;
        }
        var any = line.scope().equals("-");
        for (var only : any ? EnumSet.of(Scope.AUDIT_READ) : scopes(line)) {
            var answer = ask(line, EnumSet.of(only));
            assertThat(answer.statusCode()).as(answer.asString()).isNotEqualTo(403);
            if (!any) {
                assertThat(answer.statusCode()).as(answer.asString()).isNotEqualTo(401);
            }
        }
    }

    private Response ask(Line line, EnumSet<Scope> scopes) {
        var operation = OPERATIONS.get(line.operation());
        var token = tokens.scoped(Role.ADMINISTRATOR, scopes.toArray(Scope[]::new));
        var request = RestAssured.given().auth().preemptive().oauth2(token);
        if (operation.takesFile()) {
            request.multiPart("file", "export.xml", new byte[0]);
        } else if (!line.body().isEmpty()) {
            request.contentType("application/json").body(filled(line.body()));
        }
        return request.request(operation.method(), path(operation, line));
    }

    private String path(Operation operation, Line line) {
        var given = line.path().split("\\?", 2);
        var path = operation.path();
        for (var value : given[0].split(",", -1)) {
            path = PLACE.matcher(path).replaceFirst(thing(value.strip()));
        }
        return given.length == 1 ? path : path + "?" + given[1];
    }

    private String filled(String body) {
        return PLACE.matcher(body).replaceAll(place -> thing(place.group(1)));
    }

    /** The id of something new; what is no name of such a thing stands for itself. */
    private String thing(String name) {
        return switch (name) {
            case "post" -> "" + post().id();
            case "trashedPost" -> trashed(post());
            case "page" -> "" + page().id();
            case "commentablePage" ->
                ""
                        + blog.page(Blog.unique("Scope "))
                                .with("status", "published")
                                .with("commentsOpen", true)
                                .write()
                                .id();
            case "trashedPage" -> trashed(page());
            case "category" -> "" + blog.category(Blog.unique("Scope ")).id();
            case "media" -> "" + blog.uploaded(Blog.unique("Scope "));
            case "pattern" -> "" + blog.pattern(Blog.unique("Scope "), "x");
            case "menu" -> "" + blog.menu(Blog.unique("Scope ")).id();
            case "tag" -> "" + blog.tag(Blog.unique("Scope ")).id();
            case "comment" -> "" + comment().id();
            case "trashedComment" -> {
                var comment = comment();
                blog.asking().delete(comment.path()).then().statusCode(200);
                yield "" + comment.id();
            }
            case "user" -> "" + tokens.newcomer().id();
            case "word" -> Blog.unique("scope");
            default -> name;
        };
    }

    private Blog.Content post() {
        return blog.published(Blog.unique("Scope ")).write();
    }

    private Blog.Content page() {
        return blog.page(Blog.unique("Scope ")).write();
    }

    private Reader.Said comment() {
        return Reader.guest().says(Blog.unique("Scope ")).storedOn(post());
    }

    private String trashed(Blog.Content content) {
        blog.asking().delete(content.path()).then().statusCode(200);
        return "" + content.id();
    }

    /** Any of which does. */
    private static EnumSet<Scope> scopes(Line line) {
        return Stream.of(line.scope().split(" or ", -1))
                .map(word -> Scope.valueOf(word.toUpperCase(Locale.ROOT).replace(':', '_')))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    private static Map<String, Operation> operations() {
        var operations = new TreeMap<String, Operation>();
        document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(ScopeTest::isGuarded)
                        .forEach(verb -> operations.put(
                                verb.getValue().path("operationId").asText(),
                                operation(path.getKey(), verb.getKey(), verb.getValue()))));
        return operations;
    }

    /** A read that guests may do shows more to some, and is refused to nobody. */
    private static boolean isGuarded(Map.Entry<String, JsonNode> verb) {
        return WRITING.contains(verb.getKey())
                || (verb.getKey().equals("get")
                        && !verb.getValue().path("security").path(0).isEmpty());
    }

    private static Operation operation(String path, String verb, JsonNode node) {
        return new Operation(
                Method.valueOf(verb.toUpperCase(Locale.ROOT)),
                path,
                node.path("requestBody").path("content").has("multipart/form-data"));
    }

    private static JsonNode document() {
        try {
            return new ObjectMapper()
                    .readTree(Path.of("openapi", "masthead.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
