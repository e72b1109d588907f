package io.masthead.api.v1;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Discussion;
import io.masthead.testsupport.InProcess;
import io.masthead.testsupport.Reader;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * S04: what each role is answered by each operation of the document, by the table beside this. A
 * new operation has no row, and fails until somebody has thought about who may call it.
 */
@QuarkusTest
public class OperationRightsTest {

    /** Beside a packaged server all users have passwords, which these ask for. */
    private static final Set<String> OTHERWISE_WHEN_PACKAGED =
            Set.of("beginMySecondFactor", "confirmMySecondFactor", "addMyIdentity");

    private static final Role[] ROLES = {
        null, Role.SUBSCRIBER, Role.CONTRIBUTOR, Role.AUTHOR, Role.EDITOR, Role.ADMINISTRATOR
    };
    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");
    private static final String NOTHING = "999999999";
    private static final Map<String, Operation> OPERATIONS = operations();

    private final Tokens tokens = new Tokens();

    private final Blog blog = Blog.ofAdministrator();
    private final Discussion discussion = new Discussion();

    /** A row: what is sent, and the status that each role gets. */
    public record Row(String operation, String query, String body, List<String> expected) {

        static Row read(String line) {
            var cells = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
            assertThat(cells).as(line).hasSize(3 + ROLES.length);
            return new Row(cells.get(0), cells.get(1), cells.get(2), cells.subList(3, 9));
        }

        @Override
        public String toString() {
            return operation;
        }
    }

    private record Operation(String verb, String path) {}

    @BeforeEach
    void comments_are_shown_at_once() {
        discussion.open().rule("commentsRequireName", false);
    }

    @AfterEach
    void putBack() {
        discussion.putBack();
    }

    @Test
    void the_table_has_a_row_for_each_operation_and_for_nothing_else() {
        assertThat(rows().map(Row::operation)).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(rows().map(Row::operation).toList())).isEqualTo(OPERATIONS.keySet());
    }

    @ParameterizedTest
    @MethodSource("rowsHere")
    void each_role_is_answered_as_the_table_says(Row row) {
        var operation = OPERATIONS.get(row.operation());
        var answers = new ArrayList<String>();
        for (var role : ROLES) {
            answers.add(Integer.toString(attempt(row, operation, role).statusCode()));
        }
        assertThat(answers).isEqualTo(row.expected());
    }

    private Response attempt(Row row, Operation operation, Role role) {
        var path = operation.path();
        for (var part : fixture(row.operation(), path).entrySet()) {
            path = path.replace("{" + part.getKey() + "}", part.getValue());
        }
        assertThat(path).doesNotContain("{");
        var request = asking(role).redirects().follow(false);
        if (row.body().equals("FILE")) {
            request.contentType(ContentType.MULTIPART)
                    .multiPart("file", "empty.xml", "<rss/>".getBytes(StandardCharsets.UTF_8));
        } else if (!row.body().isEmpty()) {
            request.body(row.body().replace("UNIQUE", Blog.unique("right")));
        }
        return request.urlEncodingEnabled(false).request(operation.verb(), path + query(row.query()));
    }

    private String query(String query) {
        return query.replace("EDITOR", Long.toString(tokens.idOf(Role.EDITOR)));
    }

    /** What stands in the path: something that is there, made anew, or nothing. */
    private Map<String, String> fixture(String operation, String path) {
        if (!path.contains("{")) {
            return Map.of();
        }
        var noun = path.split("/", -1)[3];
        return switch (noun) {
            case "posts", "pages" -> {
                var content = noun.equals("pages") ? blog.page(title()) : blog.draft(title());
                var written = content.with("status", "published")
                        .with("commentsOpen", true)
                        .write();
                if (path.endsWith("{id}/restore")) {
                    blog.asking().delete(written.path()).then().statusCode(200);
                }
                yield Map.of(
                        "id",
                        Long.toString(written.id()),
                        "slug",
                        written.slug(),
                        "path",
                        written.slug(),
                        "revisionId",
                        path.contains("{revisionId}") ? revision(written) : NOTHING);
            }
            case "categories", "tags" -> {
                var term = noun.equals("tags") ? blog.tag(title()) : blog.category(title());
                yield Map.of("id", Long.toString(term.id()), "slug", term.slug());
            }
            case "patterns" -> Map.of("id", Long.toString(blog.pattern(title(), "x")));
            case "menus" -> {
                var menu = blog.menu(title());
                yield Map.of("id", Long.toString(menu.id()), "slug", menu.slug());
            }
            case "comments" -> {
                var post = blog.published(title()).with("commentsOpen", true).write();
                var said = Reader.guest().says(title()).storedOn(post);
                if (operation.startsWith("restore")) {
                    blog.asking().delete(said.path()).then().statusCode(200);
                }
                yield Map.of("id", Long.toString(said.id()));
            }
            case "users" -> {
                var user = tokens.newcomer();
                yield Map.of(
                        "id", Long.toString(user.id()), "slug", user.slug(), "sessionId", NOTHING, "tokenId", NOTHING);
            }
            case "media" -> Map.of("id", Long.toString(blog.uploaded(title())));
            default ->
                Map.of(
                        "id", NOTHING,
                        "slug", "nothing-here",
                        "uuid", "00000000-0000-4000-8000-000000000000",
                        "name", "nowhere");
        };
    }

    private String revision(Blog.Content content) {
        blog.asking()
                .body(Map.of("title", title()))
                .patch(content.path())
                .then()
                .statusCode(200);
        return blog.asking()
                .get(content.path() + "/revisions")
                .path("items[0].id")
                .toString();
    }

    private RequestSpecification asking(Role role) {
        var request = role == null ? given() : given().auth().preemptive().oauth2(tokens.of(role));
        return request.header("X-Forwarded-For", Reader.guest().address()).contentType(ContentType.JSON);
    }

    private static String title() {
        return Blog.unique("Right ");
    }

    private static Map<String, Operation> operations() {
        try {
            var document = new ObjectMapper().readTree(OpenApiDocumentTest.COMMITTED.toFile());
            var operations = new TreeMap<String, Operation>();
            document.path("paths").properties().forEach(path -> collect(path.getKey(), path.getValue(), operations));
            return operations;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(String path, JsonNode item, Map<String, Operation> into) {
        item.properties().stream()
                .filter(verb -> VERBS.contains(verb.getKey()))
                .forEach(verb ->
                        into.put(verb.getValue().path("operationId").asText(), new Operation(verb.getKey(), path)));
    }

    static Stream<Row> rowsHere() {
        return rows().filter(row -> InProcess.isServer() || !OTHERWISE_WHEN_PACKAGED.contains(row.operation()));
    }

    public static Stream<Row> rows() {
        try (var table = OperationRightsTest.class.getResourceAsStream("operation-rights.txt")) {
            var text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n", -1))
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Row::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
