package io.masthead.api.v1.comment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Discussion;
import io.masthead.testsupport.Reader;
import io.masthead.testsupport.TestClock;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must be refused, clearly, and leave nothing behind. */
@QuarkusTest
class CommentBadInputTest {

    private final TestClock clock = new TestClock();

    private final Blog blog = Blog.ofAdministrator();
    private final Discussion discussion = new Discussion();
    private final Reader reader = Reader.guest();
    private Blog.Content post;

    @BeforeEach
    void an_open_post() {
        discussion.open();
        post = blog.published(Blog.unique("Bad ")).write();
    }

    @AfterEach
    void nothing_is_left_behind() {
        clock.putRight();
        discussion.putBack();
        blog.asking()
                .get("/api/v1/comments?status=pending,approved,spam,trashed&post=" + post.id())
                .then()
                .body("items", hasSize(0));
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("nothing", "", "required"),
                Arguments.of("blanks", " \n\t ", "required"),
                Arguments.of("zero-width only", "\u200b\u200d\ufeff\u2060", "required"),
                Arguments.of("fillers only", "\u3164\u115f", "required"),
                Arguments.of("direction marks only", "\u200e\u200f", "required"),
                Arguments.of("markup only", "<script>alert(1)</script>", "required"),
                Arguments.of("70 KB", "a".repeat(70 * 1024), "too_long"),
                Arguments.of("70 KB of emoji", "\ud83d\ude00".repeat(17_920), "too_long"),
                Arguments.of("10,000 links", "<a href=//a>b</a>".repeat(3_800), "too_many_links"),
                Arguments.of("101 links", "http://a.example ".repeat(101), "too_many_links"),
                Arguments.of("nested quotes", "> ".repeat(11) + "deep", "too_complex"),
                Arguments.of("very nested quotes", ">".repeat(20_000) + "x", "too_complex"),
                Arguments.of("very nested tags", "<q>".repeat(16_000) + "x", "too_complex"),
                Arguments.of("a NUL", "a\u0000b", "invalid_characters"),
                Arguments.of("an escape", "a\u001b[31mb", "invalid_characters"),
                Arguments.of("a C1 control", "a\u009bb", "invalid_characters"),
                Arguments.of("turned text", "abc\u202egnp.exe", "invalid_characters"),
                Arguments.of("isolates", "a\u2067b\u2069", "invalid_characters"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void a_text_that_is_none_is_refused(String what, String text, String code) {
        reader.says(text)
                .on(post)
                .statusCode(422)
                .body("errors.pointer", hasItem("/text"), "errors.code", hasItem(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "email | plain | invalid_email",
                "email | a@b | invalid_email",
                "email | a b@example.org | invalid_email",
                "email | a@example.org\\r\\nBcc: x@example.org | invalid_email",
                "email | <a@example.org> | invalid_email",
                "email | '' | required",
                "name | a\\u0007b | invalid_characters",
                "name | a\\u202eb | invalid_characters",
                "name | \\u200b | invalid_characters",
                "name | '' | required",
                "url | javascript:alert(1) | invalid_url",
                "url | //example.org | invalid_url",
                "url | http://user:pw@example.org | invalid_url",
                "url | https:// | invalid_url",
                "url | not an address | invalid_url",
            })
    void S24_an_author_that_is_none_is_refused(String field, String value, String code) {
        var author = new HashMap<String, Object>(Map.of("name", "Ada", "email", reader.email()));
        // The escapes are JSON's.
        author.put(field, JsonPath.from("{\"v\": \"" + value + "\"}").getString("v"));
        reader.says("Hello")
                .with("author", author)
                .on(post)
                .statusCode(422)
                .body("errors.pointer", hasItem("/author/" + field), "errors.code", hasItem(code));
    }

    @ParameterizedTest
    @CsvSource({"name, 246", "email, 101", "url, 201"})
    void an_author_that_is_too_long_is_refused(String field, int length) {
        var author = new HashMap<String, Object>(Map.of("name", "Ada", "email", reader.email()));
        var start = field.equals("url") ? "https://example.org/" : "";
        var end = field.equals("email") ? "@example.org" : "";
        author.put(field, start + "a".repeat(length - start.length() - end.length()) + end);
        reader.says("Hello").with("author", author).on(post).statusCode(422).body("errors.code", hasItem("too_long"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": 1}",
                "{\"text\": \"a\", \"status\": \"approved\"}",
                "{\"text\": \"a\", \"id\": 1}",
                "{\"text\": \"a\", \"author\": {\"name\": \"a\", \"role\": \"admin\"}}",
                "{\"text\": \"a\", \"parentId\": \"1\"}",
                "{\"text\": \"a\", \"text\": \"b\"}",
                "{\"text\": \"a\"",
                "[]",
                ""
            })
    void a_body_that_is_none_is_refused(String body) {
        reader.asking().body(body).post(post.path() + "/comments").then().statusCode(400);
    }

    @Test
    void a_format_that_is_not_offered_is_refused() {
        for (var format : new String[] {"wordpress", "bbcode", "MARKDOWN"}) {
            reader.says("Hello")
                    .with("format", format)
                    .on(post)
                    .statusCode(422)
                    .body("errors[0].pointer", is("/format"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "view=list",
                "depth=2",
                "replies=2",
                "view=tree&depth=0",
                "view=tree&depth=11",
                "view=tree&replies=51",
                "view=tree&limit=100&replies=50&depth=3",
                "view=tree&sort=thread",
                "sort=email",
                "sort=-address",
                "type=spam",
                "type=comment,pingback",
                "status=pending",
                "email=a@example.org",
                "limit=101",
                "cursor=forged",
                "author_email=a@example.org"
            })
    void S14_parameters_of_threads_are_an_allow_list(String query) {
        given().get(post.path() + "/comments?" + query).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sort=replies", "status=hold", "orderby=author_email", "post=x", "author=0", "createdFrom=now"})
    void parameters_across_posts_are_an_allow_list_too(String query) {
        given().get("/api/v1/comments?" + query).then().statusCode(400);
    }

    @DisabledOnIntegrationTest("It moves the clock.")
    @Test
    void a_form_must_be_this_post_s_and_not_older_than_a_day() {
        discussion.rule("commentsMinFormSeconds", 3);
        var form = given().get(post.path() + "/comments/form")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .extract();
        var token = form.<String>path("token");
        var other = blog.published(Blog.unique("Other ")).write();
        var foreign = given().get(other.path() + "/comments/form").<String>path("token");
        for (var wrong : new String[] {null, "1.x", "forged", foreign, "0" + token, token + "x"}) {
            reader.says("Hello")
                    .with("formToken", wrong)
                    .on(post)
                    .statusCode(422)
                    .body("errors[0].pointer", is("/formToken"));
        }
        clock.putForward(Duration.ofHours(25));
        reader.says("Hello").with("formToken", token).on(post).statusCode(422);
    }
}
