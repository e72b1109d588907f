package io.masthead.api.v1;

import static io.masthead.testsupport.Blog.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.FirstAdministrator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody should send: each is refused in words, and nothing is stored. */
@QuarkusTest
class BadInputTest {

    private static final String POSTS = "/api/v1/posts";
    private final Blog blog = Blog.ofAdministrator();

    // --- Addresses ------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1abc",
                "9223372036854775808",
                "9223372036854775807",
                "0",
                "-1",
                "%201",
                "+1",
                "%2B1",
                "01",
                "1.0",
                "1e3",
                "0x1",
                "1%00",
                "%D9%A1", // the Arabic digit one
                "1%20",
                "1%2F..%2F2",
                "%ED%A0%80",
                "999999999999;drop"
            })
    void what_is_no_id_is_no_post(String id) {
        for (var kind : List.of("posts", "pages")) {
            var path = "/api/v1/" + kind + "/" + id;
            for (var answer : List.of(
                    blog.asking().urlEncodingEnabled(false).get(path),
                    blog.asking().urlEncodingEnabled(false).delete(path),
                    blog.asking().urlEncodingEnabled(false).body("{}").patch(path),
                    blog.asking().urlEncodingEnabled(false).post(path + "/restore"))) {
                if (id.contains(";")) {
                    refused(answer, 404);
                } else {
                    refused(answer, 400).body("errors.parameter", contains("id"));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nothing",
                "/nothing",
                "/api/v1%2Fposts",
                "/api/v1%5Cposts",
                "/api/v1/posts%2F1",
                "/api/v1/posts%00",
                "/api/v1/posts%3Bx",
                "/api/v1/posts.json",
                "/API/v1/posts",
                "/api/v1/posts/1/2/3",
                "/api/v1/posts/../nothing",
                "/api/v1/posts/by-slug/%00",
                "/api/v1/posts/by-slug/%ED%A0%80",
                "/api/v1/posts/by-slug/'%20or%201=1",
                "/api/v1/posts/by-slug/a%2Fb",
            })
    void an_address_that_leads_nowhere_is_a_problem_too(String path) {
        refused(given().urlEncodingEnabled(false).get(path), 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/posts;x",
                "/api;a/v1/posts",
                "/api/v1;a=b/posts",
                "/api//v1/posts",
                "//api/v1/posts",
                "/api/./v1/posts",
                "/api/v1/pages/../posts",
                "/api/v1/%2e%2e/v1/posts",
                "/api/v1/posts/",
                "/api/v1/post%73",
                "/api/v1%2Fposts",
                "/api/v1/posts%3Bx",
                "/api/v1/posts.json",
                "/api/v1/posts%00",
            })
    void an_address_in_disguise_never_opens_what_its_plain_form_does_not(String path) {
        var before = total();
        var guest = given().urlEncodingEnabled(false)
                .contentType("application/json")
                .body("{\"title\": \"disguised\"}")
                .post(path);
        assertThat(guest.statusCode()).isIn(401, 404, 405);
        assertThat(total()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/v1/posts",
        "PATCH, /api/v1/posts",
        "DELETE, /api/v1/posts",
        "TRACE, /api/v1/posts",
        "PUT, /api/v1/posts/1",
        "POST, /api/v1/posts/1",
        "GET, /api/v1/posts/1/restore",
        "HEAD, /api/v1/posts/1/restore",
        "BREW, /api/v1/posts",
    })
    void a_method_that_an_address_does_not_take_is_refused_with_those_that_it_takes(String method, String path) {
        var answer = blog.asking().header("X-HTTP-Method-Override", "DELETE").request(method, path);
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.header("Allow")).isNotBlank().doesNotContain(method);
        if (!method.equals("HEAD")) {
            refused(answer, 405).body("code", is("method_not_allowed"));
        }
    }

    @Test
    void what_is_answered_is_json_whatever_a_browser_would_like() {
        refused(given().header("Accept", "text/html").get(POSTS), 406);
        given().header("Accept", "text/html,*/*;q=0.8")
                .get(POSTS)
                .then()
                .statusCode(200)
                .contentType("application/json");
        var page = given().header("Accept", "text/html").get("/api/v1/nothing<script>");
        refused(page, 404).header("X-Content-Type-Options", "nosniff");
        assertThat(page.asString()).doesNotContain("<script>");
    }

    // --- Parameters -----------------------------------------------------------------------------

    static Stream<Arguments> badParameters() {
        return Stream.of(
                Arguments.of("limit", List.of("0", "101", "-1", "abc", "1e2", "+5", "99999999999")),
                Arguments.of("page", List.of("0", "-1", "501", "x", "99999999999", "1.5")),
                Arguments.of("cursor", List.of("abc", "AAAA", "%F0%9F%98%80", "a".repeat(3_000))),
                Arguments.of("count", List.of("yes", "1", "TRUE")),
                Arguments.of("fields", List.of("nope", "id,,title", "author.email", "password.x")),
                Arguments.of("status", List.of("nope", "PUBLISHED", "published,,draft", "publish")),
                Arguments.of("category", List.of("-", ",", "a,,b", "%00", "x".repeat(201))),
                Arguments.of("tag", List.of("-", ",", "a,,b", "%00", "x".repeat(201))),
                Arguments.of("author", List.of("-", ",", "%00")),
                Arguments.of("slug", List.of(",", "%00", "a,,b")),
                Arguments.of("search", List.of("%00", "%20", "x".repeat(201))),
                Arguments.of("ids", List.of(",", "0", "a", "1,,2", "1,-2", "1".repeat(19), "1" + ",1".repeat(100))),
                Arguments.of("exclude", List.of(",", "0", "a", "1,,2")),
                Arguments.of("protected", List.of("1", "maybe")),
                Arguments.of("sticky", List.of("1", "maybe")),
                Arguments.of("descendants", List.of("1", "maybe")),
                Arguments.of("include", List.of("comments", "content,,featuredMedia")),
                Arguments.of("sort", List.of("passwordHash", "id--", "id,title", "--id", "title%20desc", "ID")),
                Arguments.of("publishedFrom", BAD_TIMES),
                Arguments.of("publishedUntil", BAD_TIMES),
                Arguments.of("updatedFrom", BAD_TIMES),
                Arguments.of("updatedUntil", BAD_TIMES));
    }

    private static final Set<String> LISTS =
            Set.of("category", "tag", "status", "author", "slug", "ids", "exclude", "include", "fields");

    private static final List<String> BAD_TIMES = List.of(
            "2026-02-30T00:00:00Z",
            "2026-01-01",
            "2026-01-01T00:00:00",
            "2026-01-01T25:00:00Z",
            "10000-01-01T00:00:00Z",
            "%2B10000-01-01T00:00:00Z",
            "0000-01-01T00:00:00Z",
            "yesterday",
            "1767225600");

    @ParameterizedTest
    @MethodSource("badParameters")
    void a_parameter_of_the_wrong_kind_is_named(String name, List<String> values) {
        for (var value : values) {
            refused(list(name + "=" + value), 400).body("errors[0].parameter", is(name));
        }
        refused(list(name + "="), 400).body("errors.parameter", contains(name));
        refused(list(name + "[]=1"), 400).body("errors.parameter", contains(name + "[]"));
        if (!LISTS.contains(name)) {
            refused(list(name + "=1&" + name + "=2"), 400).body("errors.parameter", contains(name));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo=1",
                "Limit=1",
                "password=x",
                "id=1",
                "field=1",
                "field[]=1",
                "field[a][b]=1",
                "%00=1",
                "%ff=1",
                "filter[author.email][startsWith]=a",
                "parent=1"
            })
    void a_parameter_that_does_not_exist_is_refused(String query) {
        refused(list(query), 400).body("errors.code", contains("unknown_parameter"));
    }

    @Test
    void fields_that_do_not_exist_and_fields_that_are_secret_are_refused_alike() {
        var secret = list("fields=passwordHash").asString();
        assertThat(list("fields=fictionalHash").asString()).isEqualTo(secret.replace("passwordHash", "fictionalHash"));
        assertThat(list("sort=passwordHash").asString())
                .isEqualTo(list("sort=fictional").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"status.declaringClass", "status.name", "format.x", "author.name.length"})
    void a_value_has_no_fields_to_select(String fields) {
        refused(list("fields=" + fields), 400)
                .body(containsString("There is no field"), not(containsString("the fields are")));
    }

    @Test
    void every_parameter_at_fault_is_named_at_once() {
        refused(list("limit=0&sort=x&sticky=2"), 400)
                .body(
                        "errors.size()",
                        is(3),
                        "errors.code",
                        is(List.of("not_in_enum", "invalid_boolean", "out_of_range")));
    }

    @Test
    void single_posts_and_deletion_have_parameters_of_their_own() {
        var post = blog.published(unique("Kept")).write();
        for (var query : List.of("include=terms", "include=", "fields=nope", "limit=1", "fields=id&fields=nope")) {
            refused(given().get(post.path() + "?" + query), 400);
            refused(given().get(POSTS + "/by-slug/" + post.slug() + "?" + query), 400);
        }
        for (var query : List.of("permanent=yes", "permanent=", "force=true", "permanent=true&permanent=true")) {
            refused(blog.asking().delete(post.path() + "?" + query), 400);
        }
        refused(blog.asking().body("{}").patch(post.path() + "?id=5"), 400);
        refused(blog.asking().body("{}").post(POSTS + "?title=x"), 400);
        given().get(post.path()).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1) UNION SELECT token_hash FROM api_token--",
                "' or '1'='1",
                "\"; drop table post; --",
                "\\",
                "%",
                "_",
                "a'",
                "$1",
                ":status",
                "?1",
                "{fn now()}",
                "/*",
                "pg_sleep(10)",
                "-1 or 1=1",
            })
    void what_means_something_in_sql_means_nothing_in_a_filter(String text) {
        var tag = blog.tag(unique("Sql"));
        var post = blog.published(unique("Sql")).tagged(tag).saying("Nothing.").write();
        for (var name : List.of("search", "slug", "author", "category", "field[a]", "field[" + text + "]")) {
            var answer =
                    given().queryParam("tag", tag.slug()).queryParam(name, text).get(POSTS);
            assertThat(answer.statusCode()).as(name).isIn(200, 400);
            if (answer.statusCode() == 200 && !text.startsWith("-")) {
                assertThat(answer.jsonPath().getList("items")).as(name).isEmpty();
            }
            assertThat(answer.asString()).doesNotContain("token_hash\"").doesNotContain("SQL");
        }
        refused(given().queryParam("sort", text).get(POSTS), 400);
        given().get(post.path()).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1000000000-12-31T23:59:59Z",
                "-1000000000-01-01T00:00:00Z",
                "+294277-01-01T00:00:00Z",
                "-4713-01-01T00:00:00Z",
                "now()",
                "",
            })
    void a_forged_cursor_is_refused_whatever_it_names(String key) {
        blog.published(unique("Cursor")).write();
        blog.published(unique("Cursor")).write();
        var next = list("limit=1").then().extract().<String>path("page.next");
        var text = new String(Base64.getUrlDecoder().decode(next), StandardCharsets.UTF_8);
        var forged = text.substring(0, text.lastIndexOf('\u001f') + 1) + key;
        var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes(StandardCharsets.UTF_8));
        refused(list("limit=1&cursor=" + cursor), 400).body("errors.parameter", contains("cursor"));
    }

    // --- Bodies ---------------------------------------------------------------------------------

    @ParameterizedTest(name = "{0}")
    @MethodSource("badBodies")
    void a_body_that_cannot_be_read_is_refused_and_says_where(String what, String body, String pointer, String code) {
        unstored(() -> refused(create(body), 400)
                .body(
                        "code", is("invalid_body"),
                        "errors.pointer", contains(pointer),
                        "errors.code", contains(code)));
    }

    static Stream<Arguments> badBodies() {
        return Stream.of(
                Arguments.of("nothing", "", "", "required"),
                Arguments.of("null", "null", "", "wrong_type"),
                Arguments.of("a list", "[]", "", "wrong_type"),
                Arguments.of("a string", "\"title\"", "", "wrong_type"),
                Arguments.of("a number", "1", "", "wrong_type"),
                Arguments.of("half of it", "{\"title\": ", "/title", "malformed"),
                Arguments.of("more than it", "{\"title\": \"a\"} x", "", "malformed"),
                Arguments.of("a comment", "{/**/\"title\": \"a\"}", "", "malformed"),
                Arguments.of("an unknown field", "{\"id\": 5}", "/id", "unknown_field"),
                Arguments.of("an unknown part", "{\"content\": {\"html\": \"\"}}", "/content/html", "unknown_field"),
                Arguments.of("a field twice", "{\"title\": \"a\", \"title\": \"b\"}", "/title", "duplicate_field"),
                Arguments.of(
                        "a custom field twice",
                        "{\"customFields\": {\"a\": 1, \"a\": 2}}",
                        "/customFields/a",
                        "duplicate_field"),
                Arguments.of("2^63", "{\"authorId\": 9223372036854775808}", "/authorId", "out_of_range"),
                Arguments.of("2^63 in a list", "{\"tagIds\": [9223372036854775808]}", "/tagIds/0", "out_of_range"),
                Arguments.of("1e999999", "{\"authorId\": 1e999999}", "/authorId", "wrong_type"),
                Arguments.of("half an id", "{\"authorId\": 1.5}", "/authorId", "wrong_type"),
                Arguments.of("not a number", "{\"customFields\": {\"a\": NaN}}", "/customFields/a", "malformed"),
                Arguments.of("a raw NUL", "{\"title\": \"a\u0000b\"}", "/title", "malformed"));
    }

    @Test
    void a_body_nested_ten_thousand_deep_is_refused_and_says_where() {
        var deep = 10_000;
        unstored(() -> {
            for (var body : List.of(
                    "{\"customFields\": " + "{\"a\": ".repeat(deep) + "1" + "}".repeat(deep + 1),
                    "{\"customFields\": {\"a\": " + "[".repeat(deep) + "]".repeat(deep) + "}}")) {
                assertThat(sendPost("Content-Type: application/json", body))
                        .startsWith("HTTP/1.1 400")
                        .contains("too_large")
                        .contains("\"pointer\":\"/customFields\"");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("fieldsAndWrongTypes")
    void a_value_of_the_wrong_type_is_named(String field, List<String> values) {
        unstored(() -> {
            for (var value : values) {
                refused(create("{\"%s\": %s}".formatted(field, value)), 400).body("errors[0].pointer", is("/" + field));
            }
        });
    }

    static Stream<Arguments> fieldsAndWrongTypes() {
        var text = List.of("1", "true", "[]", "{}", "1.5");
        var flag = List.of("\"true\"", "1", "0", "[]", "{}");
        var id = List.of("\"1\"", "1.0", "true", "[]", "{}", "1e999999");
        return Stream.of(
                        Stream.of("title", "slug", "excerpt", "status", "password", "publishedAt", "format", "template")
                                .map(field -> Arguments.of(field, text)),
                        Stream.of("commentsOpen", "pingsOpen", "sticky").map(field -> Arguments.of(field, flag)),
                        Stream.of("authorId", "featuredMediaId").map(field -> Arguments.of(field, id)),
                        Stream.of("categoryIds", "tagIds")
                                .map(field -> Arguments.of(field, List.of("1", "\"1\"", "{}", "true"))),
                        Stream.of(
                                Arguments.of("content", List.of("\"text\"", "1", "[]")),
                                Arguments.of("customFields", List.of("\"text\"", "1", "[]", "true"))))
                .flatMap(rows -> rows);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title", "content", "content/source", "content/format", "status", "authorId",
                "commentsOpen", "pingsOpen", "sticky", "format", "categoryIds", "tagIds"
            })
    void null_is_refused_where_a_field_cannot_be_without_a_value(String field) {
        var body = field.contains("/")
                ? "{\"content\": {\"%s\": null}}".formatted(field.substring(8))
                : "{\"%s\": null}".formatted(field);
        var post = blog.draft("Null").write();
        unstored(() -> {
            refusedField(create(body), field, "null_not_allowed");
            refusedField(blog.asking().body(body).patch(post.path()), field, "null_not_allowed");
        });
        var after = blog.asking().get(post.path()).then().extract().header("ETag");
        assertThat(after).isEqualTo(post.etag());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"slug", "excerpt", "password", "publishedAt", "featuredMediaId", "template", "customFields"})
    void null_is_taken_where_it_means_none(String field) {
        create("{\"%s\": null}".formatted(field)).then().statusCode(201);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenRules")
    void a_value_that_breaks_a_rule_is_named(String field, String code, String body) {
        unstored(() -> refusedField(create(body), field, code));
    }

    static Stream<Arguments> brokenRules() {
        var strings = Stream.of("title", "excerpt", "template", "password")
                .flatMap(field -> Stream.of("\\u0000", "a\\ud800b", "\\udc00", "\\ud83d")
                        .map(bad ->
                                Arguments.of(field, "invalid_characters", "{\"%s\": \"%s\"}".formatted(field, bad))));
        var slugs = Stream.of("", "a,b", "a b", "a/b", "-a", "a-", ".", "..", "\\u0000", "\\ud800", "a".repeat(201))
                .map(bad -> Arguments.of("slug", "invalid_slug", "{\"slug\": \"%s\"}".formatted(bad)));
        var times = Stream.of(
                        "2026-02-30T00:00:00Z", "+10000-01-01T00:00:00Z", "2026-01-01", "0000-12-31T00:00:00Z", "")
                .map(bad -> Arguments.of("publishedAt", "invalid_time", "{\"publishedAt\": \"%s\"}".formatted(bad)));
        var rest = Stream.of(
                Arguments.of("title", "too_long", "{\"title\": \"%s\"}".formatted("x".repeat(100_000))),
                Arguments.of("excerpt", "too_long", "{\"excerpt\": \"%s\"}".formatted("x".repeat(5_001))),
                Arguments.of("template", "too_long", "{\"template\": \"%s\"}".formatted("x".repeat(101))),
                Arguments.of("password", "too_long", "{\"password\": \"%s\"}".formatted("x".repeat(256))),
                Arguments.of("password", "required", "{\"password\": \"\"}"),
                Arguments.of("content/source", "too_long", content("x".repeat(1_000_001), "html")),
                Arguments.of("content/source", "invalid_characters", content("\\u0000", "html")),
                Arguments.of("content/source", "too_complex", content("<b>".repeat(100_000), "html")),
                Arguments.of("content/source", "too_complex", content(">".repeat(100_000), "markdown")),
                Arguments.of("content/format", "not_in_enum", content("", "bbcode")),
                Arguments.of("status", "not_in_enum", "{\"status\": \"publish\"}"),
                Arguments.of("status", "not_settable", "{\"status\": \"trashed\"}"),
                Arguments.of("format", "not_in_enum", "{\"format\": \"poem\"}"),
                Arguments.of("authorId", "unknown", "{\"authorId\": 999999999999}"),
                Arguments.of("authorId", "unknown", "{\"authorId\": -1}"),
                Arguments.of("featuredMediaId", "unknown", "{\"featuredMediaId\": 0}"),
                Arguments.of("categoryIds/1", "unknown", "{\"categoryIds\": [1, -1]}"),
                Arguments.of("categoryIds/0", "unknown", "{\"categoryIds\": [null]}"),
                Arguments.of("tagIds/0", "unknown", "{\"tagIds\": [1]}"),
                Arguments.of("tagIds", "too_many", "{\"tagIds\": %s}".formatted(numbers(101))),
                Arguments.of("customFields", "out_of_range", "{\"customFields\": {\"a\": 1e999999}}"),
                Arguments.of("customFields", "out_of_range", "{\"customFields\": {\"a\": -1e-999999}}"),
                Arguments.of("customFields", "invalid_characters", "{\"customFields\": {\"a\": \"\\u0000\"}}"),
                Arguments.of("customFields", "invalid_characters", "{\"customFields\": {\"a\": {\"\\u0000\": 1}}}"),
                Arguments.of("customFields", "invalid_name", "{\"customFields\": {\"\": 1}}"),
                Arguments.of("customFields", "invalid_name", "{\"customFields\": {\"a\\u0000\": 1}}"),
                Arguments.of(
                        "customFields",
                        "too_deep",
                        "{\"customFields\": " + "{\"a\": ".repeat(9) + "1" + "}".repeat(10)),
                Arguments.of(
                        "customFields",
                        "too_long",
                        "{\"customFields\": {\"a\": \"%s\"}}".formatted("x".repeat(70_000))),
                Arguments.of("customFields", "too_many", "{\"customFields\": {%s}}".formatted(names(101))));
        return Stream.of(strings, slugs, times, rest).flatMap(rows -> rows);
    }

    @Test
    void every_field_that_breaks_a_rule_is_named_at_once() {
        unstored(() -> create("{\"title\": null, \"slug\": \"a,b\", \"sticky\": null, \"excerpt\": \"\\u0000\"}")
                .then()
                .statusCode(422)
                .body("errors.size()", is(4)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    POST  | posts                 | {"status": "out", "format": "poem", "content": {"format": "x"}, "title": null} | /content/format,/format,/status,/title
                    PATCH | posts/{post}          | {"status": "out", "format": "poem", "title": null}                 | /format,/status,/title
                    PUT   | posts/{post}/autosave | {"content": {"format": "x"}, "title": null}                        | /content/format,/title
                    POST  | posts/bulk-status     | {"status": "out", "ids": []}                                       | /ids,/status
                    POST  | posts/{post}/comments | {"format": "x", "author": {"email": "x"}, "text": ""}              | /author/email,/author/name,/format,/text
                    POST  | comments/bulk-status  | {"status": "out", "ids": []}                                       | /ids,/status
                    POST  | users                 | {"role": "boss", "login": "", "email": "x", "name": ""}            | /email,/login,/name,/role
                    POST  | users                 | {"role": "boss", "login": "w", "email": "w@example.org", "name": "W", "password": "short"} | /password,/role
                    PATCH | comments/{comment}    | {"status": "out", "author": null}                                  | /author,/status
                    POST  | privacy/erasures      | {"comments": "burn", "email": ""}                                  | /comments,/email
                    """)
    void an_unknown_word_is_named_together_with_every_other_fault(
            String method, String path, String body, String pointers) {
        var post = blog.published(unique("Words ")).with("commentsOpen", true).write();
        var comment = blog.asking().body("{\"text\": \"Words\"}").post(post.path() + "/comments");
        var asking = path.endsWith("/comments") ? given().contentType("application/json") : blog.asking();
        var address = path.replace("{post}", "" + post.id())
                .replace("{comment}", comment.path("id").toString());
        var answer = asking.body(body).request(method, "/api/v1/" + address);
        answer.then().statusCode(422).body("errors.pointer.sort()", contains((Object[]) pointers.split(",")));
    }

    @Test
    void an_unknown_word_is_refused_after_a_key_that_no_request_can_have() {
        var answer = blog.asking()
                .header("Idempotency-Key", "é")
                .body("{\"status\": \"out\"}")
                .post(POSTS);
        refused(answer, 400).body("code", is("idempotency_key_invalid"));
    }

    @Test
    void a_change_that_is_refused_changes_nothing() {
        var post = blog.draft("Kept").with("template", "wide").write();
        var body = "{\"title\": \"Lost\", \"template\": \"narrow\", \"tagIds\": [-1]}";
        refusedField(blog.asking().body(body).patch(post.path()), "tagIds/0", "unknown");
        var after = blog.asking().get(post.path());
        assertThat(after.asString()).contains("\"Kept\"").contains("\"wide\"");
        assertThat(after.header("ETag")).isEqualTo(post.etag());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "multipart/form-data; boundary=x", "garbage"})
    void a_body_of_another_type_is_refused(String type) {
        unstored(() -> {
            assertThat(sendPost("Content-Type: " + type, "{\"title\": \"x\"}"))
                    .startsWith("HTTP/1.1 415")
                    .contains("unsupported_media_type");
        });
    }

    @Test
    void a_body_that_says_nothing_of_its_type_is_refused_without_a_fault() throws IOException {
        for (var type : List.of("Content-Type: \r\n", "Content-Type: /\r\n", "Content-Type: ;\r\n", "")) {
            var answer = send("POST "
                    + POSTS
                    + " HTTP/1.1\r\nHost: localhost\r\n"
                    + type
                    + "Content-Length: 2\r\nConnection: close\r\n\r\n{}");
            assertThat(answer).as(type).startsWith("HTTP/1.1 4");
        }
    }

    @Test
    void what_is_too_long_to_be_read_is_refused_without_a_word() {
        given().get(POSTS + "?search=" + "x".repeat(5_000))
                .then()
                .statusCode(414)
                .body(is(""));
        given().header("X-Long", "x".repeat(25_000))
                .get(POSTS)
                .then()
                .statusCode(431)
                .body(is(""));
    }

    @Test
    void a_body_over_ten_megabytes_is_refused_by_its_announced_length_and_by_its_real_one() throws IOException {
        var before = total();
        var tooLong = "{\"title\": \"" + "x".repeat(10 * 1024 * 1024) + "\"}";
        refused(create(tooLong), 413).body("code", is("body_too_large"));
        var head = "POST "
                + POSTS
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer "
                + FirstAdministrator.TOKEN
                + "\r\n";
        assertThat(send(head + "Content-Length: 10485761\r\n\r\n")).startsWith("HTTP/1.1 413");
        var chunk = "100000\r\n" + " ".repeat(0x100000) + "\r\n";
        assertThat(send(head + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(11) + "0\r\n\r\n"))
                .startsWith("HTTP/1.1 413")
                .contains("body_too_large");
        assertThat(total()).isEqualTo(before);
    }

    // --- Markup ---------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"markdown", "html", "wordpress"})
    void what_could_run_in_a_browser_is_not_in_any_answer(String format) {
        var source = """
                <script>alert(1)</script><img src=x onerror=alert(2)><a href="javascript:alert(3)">a</a>
                <a href="JaVaScRiPt&colon;alert(4)">b</a><svg onload=alert(5)><style>*{}</style></svg>
                <p style="position:fixed" id="cookie" name="body">c</p><iframe src="//evil.example"></iframe>
                <form action=x><input name=y></form><base href="//evil.example/"><math><mtext></math>
                [d](javascript:alert(6)) <object data=x></object><embed src=x><meta http-equiv=refresh>
                """;
        var answer = blog.published(unique("Markup"))
                .with("content", Map.of("source", source, "format", format))
                .with("excerpt", source)
                .write();
        var html = given().get(answer.path()).then().statusCode(200).extract();
        var parsed = Jsoup.parseBodyFragment(html.path("content.html"));
        assertThat(parsed.select("script, style, iframe, form, input, base, object, embed, meta, svg, math"))
                .isEmpty();
        assertThat(parsed.select("[onerror], [onload], [style], [id], [name]")).isEmpty();
        assertThat(parsed.select("[href]").eachAttr("href"))
                .noneMatch(href -> href.toLowerCase(Locale.ROOT).contains("script"));
        assertThat(html.<String>path("excerpt")).doesNotContain("<").doesNotContain("alert(1)");
    }

    // --- Many at once ---------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status\": \"draft\"}                            | 422 | /ids",
                "{\"ids\": [1]}                                   | 422 | /status",
                "{\"ids\": [], \"status\": \"draft\"}               | 422 | /ids",
                "{\"ids\": null, \"status\": \"draft\"}             | 422 | /ids",
                "{\"ids\": [null], \"status\": \"draft\"}           | 422 | /ids",
                "{\"ids\": [1], \"status\": null}                   | 422 | /status",
                "{\"ids\": [1], \"status\": \"publish\"}            | 422 | /status",
                "{\"ids\": [-1], \"status\": \"draft\"}             | 422 | /ids/0",
                "{\"ids\": [\"1\"], \"status\": \"draft\"}          | 400 | /ids/0",
                "{\"ids\": 1, \"status\": \"draft\"}                | 400 | /ids",
                "{\"ids\": [1], \"status\": 1}                      | 400 | /status",
                "{\"ids\": [1], \"status\": \"draft\", \"x\": 1}    | 400 | /x",
                "[]                                                 | 400 | ''",
            })
    void a_change_of_many_that_cannot_be_is_refused(String body, int status, String pointer) {
        refused(blog.asking().body(body).post(POSTS + "/bulk-status"), status)
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void at_most_a_hundred_posts_change_at_once() {
        var body = "{\"ids\": %s, \"status\": \"draft\"}".formatted(numbers(101));
        refused(blog.asking().body(body).post(POSTS + "/bulk-status"), 422).body("errors.pointer", contains("/ids"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer x", "Bearer ", "Basic eDp4", "x", "Bearer mh_pat_KnvphoCQintebfZiOTtagBkirrnUpo3IJvzi"})
    void credentials_that_are_none_are_refused_even_where_a_guest_would_be_served(String credentials) {
        refused(given().header("Authorization", credentials).get(POSTS), 401)
                .header("WWW-Authenticate", "Bearer")
                .body("code", is("unauthenticated"));
    }

    // --- Words of these tests -------------------------------------------------------------------

    private Response list(String query) {
        return given().urlEncodingEnabled(false).get(POSTS + "?" + query);
    }

    private Response create(String body) {
        return blog.asking().body(body).post(POSTS);
    }

    /** A refusal in our words; what the text of an exception would give away is not in it. */
    private static ValidatableResponse refused(Response answer, int status) {
        assertThat(answer.asString())
                .doesNotContain("Exception")
                .doesNotContain("io.masthead")
                .doesNotContain("org.");
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .body("status", is(status));
    }

    private static void refusedField(Response answer, String field, String code) {
        refused(answer, 422)
                .body(
                        "code", is("validation_failed"),
                        "errors.pointer", contains("/" + field),
                        "errors.code", contains(code));
    }

    private void unstored(Runnable attempt) {
        var before = total();
        attempt.run();
        assertThat(total()).isEqualTo(before);
    }

    private int total() {
        return blog.asking()
                .get(POSTS + "?count=true&limit=1&status=draft,pending,scheduled,published,private,trashed")
                .then()
                .statusCode(200)
                .extract()
                .path("page.total");
    }

    private static String sendPost(String type, String body) {
        try {
            return send("POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n%s\r\n"
                            .formatted(POSTS, FirstAdministrator.TOKEN, type)
                    + "Content-Length: %d\r\nConnection: close\r\n\r\n%s".formatted(body.length(), body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String send(String request) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
            } catch (IOException e) {
                // The answer may come, and the connection close, before all is sent.
                assertThat(socket.isConnected()).isTrue();
            }
            var buffer = new byte[4_000];
            var length = socket.getInputStream().read(buffer);
            return new String(buffer, 0, Math.max(length, 0), StandardCharsets.ISO_8859_1);
        }
    }

    private static String content(String source, String format) {
        return "{\"content\": {\"source\": \"%s\", \"format\": \"%s\"}}".formatted(source, format);
    }

    private static String numbers(int count) {
        return IntStream.rangeClosed(1, count).boxed().toList().toString();
    }

    private static String names(int count) {
        return String.join(
                ",",
                IntStream.range(0, count).mapToObj(i -> "\"n" + i + "\": 1").toList());
    }
}
