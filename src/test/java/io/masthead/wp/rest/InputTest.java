package io.masthead.wp.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters: where they come from, how they are written, what becomes of bad ones. */
@QuarkusTest
class InputTest {

    private static final String CATEGORIES = "/wp-json/wp/v2/categories";
    private static final int MAX_BODY = 10 * 1024 * 1024;

    private final Tokens tokens = new Tokens();

    private final Blog blog = Blog.ofAdministrator();

    @Test
    void a_list_can_be_written_in_many_ways() {
        var a = blog.category(Blog.unique("Listed ")).id();
        var b = blog.category(Blog.unique("Listed ")).id();

        for (var query : List.of(
                "include=%d,%d".formatted(a, b),
                "include=%d%%2C+%d".formatted(a, b),
                "include[]=%d&include[]=%d".formatted(a, b),
                "include[0]=%d&include[1]=%d".formatted(a, b),
                "include[0]=%d&include[5]=%d".formatted(a, b),
                "include[9]=%d&include[2]=%d".formatted(a, b),
                "include%%5B%%5D=%d&include%%5B%%5D=%d".formatted(a, b),
                "include=-%d,-%d".formatted(a, b))) {
            get(query + "&_fields=id").statusCode(200).body("id", containsInAnyOrder((int) a, (int) b));
        }
        get("include=&per_page=1").statusCode(200).body("$", hasSize(1));
        get("include[x]=%d".formatted(a)).statusCode(400);
    }

    @Test
    void a_character_that_no_text_holds_is_dropped_from_bodies() {
        var word = Blog.unique("Dropped");
        tokens.as(Role.EDITOR)
                .body("{\"title\": {\"raw\": \"" + word + "\\u0000s\"}, \"content\": \"A\\u0000b\"}")
                .post("/wp-json/wp/v2/posts")
                .then()
                .statusCode(201)
                .body("title.raw", is(word + "s"), "content.raw", is("Ab"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour=blue", "_locale=user", "status=draft", "categories[deep][deeper]=1", "=1", "[]=1"})
    void what_no_route_knows_is_ignored(String query) {
        get("per_page=1&" + query).statusCode(200).body("$", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "per_page=0   | per_page | rest_out_of_bounds | per_page must be between 1"
                        + " (inclusive) and 100 (inclusive)",
                "per_page=101 | per_page | rest_out_of_bounds | per_page must be between 1"
                        + " (inclusive) and 100 (inclusive)",
                "per_page=    | per_page | rest_invalid_type | per_page is not of type integer.",
                "per_page=5.5 | per_page | rest_invalid_type | per_page is not of type integer.",
                "per_page[]=5 | per_page | rest_invalid_type | per_page is not of type integer.",
                "page=0       | page     | rest_out_of_bounds | page must be greater than or equal" + " to 1",
                "include=abc  | include  | rest_invalid_type | include[0] is not of type integer.",
                "include[x]=1 | include  | rest_invalid_type | include is not of type array.",
                "order=DESC   | order    | rest_not_in_enum | order is not one of asc and desc.",
                "orderby=rand | orderby  | rest_not_in_enum | orderby is not one of id, include,"
                        + " name, slug, include_slugs, term_group, description, and count.",
                "context=all  | context  | rest_not_in_enum | context is not one of view, embed," + " and edit.",
                "hide_empty=2 | hide_empty | rest_invalid_type | hide_empty is not of type" + " boolean.",
                "search[]=a   | search   | rest_invalid_type | search is not of type string."
            })
    void a_bad_parameter_is_named_in_the_words_clients_know(String query, String name, String code, String sentence) {
        get(query)
                .statusCode(400)
                .body("code", is("rest_invalid_param"))
                .body("message", is("Invalid parameter(s): " + name))
                .body("data.status", is(400))
                .body("data.params." + name, is(sentence))
                .body("data.details." + name + ".code", is(code))
                .body("data.details." + name + ".message", is(sentence));
    }

    @Test
    void all_bad_parameters_are_named_at_once() {
        get("per_page=0&order=up&page=x")
                .statusCode(400)
                .body("message", is("Invalid parameter(s): page, per_page, order"))
                .body("data.params.size()", is(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.0", "05", "+5", "5e0"})
    void these_are_integers_too(String number) {
        get("per_page=" + number.replace("+", "%2B")).statusCode(200);
    }

    @Test
    void what_is_missing_is_named_and_comes_before_rights() {
        given().contentType("application/json")
                .body("{}")
                .post(CATEGORIES)
                .then()
                .statusCode(400)
                .body("code", is("rest_missing_callback_param"))
                .body("message", is("Missing parameter(s): name"))
                .body("data.params", is(List.of("name")));
        given().contentType("application/json")
                .body("{\"name\": []}")
                .post(CATEGORIES)
                .then()
                .statusCode(400)
                .body("data.params.name", is("name is not of type string."));
    }

    @Test
    void bodies_come_as_json_as_a_form_and_in_parts() {
        created(editor().contentType("application/json").body(json("By JSON ")));
        created(editor().contentType("application/vnd.site+json").body(json("By JSON ")));
        created(editor().contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("name", Blog.unique("By Form ")));
        created(editor().multiPart("name", Blog.unique("By Parts ")));
        tokens.as(Role.EDITOR)
                .post(CATEGORIES + "?name=" + Blog.unique("ByQuery"))
                .then()
                .statusCode(201);
    }

    @Test
    void put_reads_forms_too() {
        var category = blog.category(Blog.unique("Put "));
        var words = Blog.unique("Words");

        editor().contentType("application/x-www-form-urlencoded")
                .formParam("description", words)
                .put(CATEGORIES + "/" + category.id())
                .then()
                .statusCode(200)
                .body("description", is(words));
    }

    @Test
    void a_body_beats_the_query_and_the_path_beats_both() {
        var wanted = blog.category(Blog.unique("Wanted "));
        var other = blog.category(Blog.unique("Other "));
        var words = Blog.unique("Words");

        tokens.as(Role.EDITOR)
                .body(Map.of("id", other.id(), "description", words))
                .post(CATEGORIES + "/" + wanted.id() + "?description=query&id=" + other.id())
                .then()
                .statusCode(200)
                .body("id", is((int) wanted.id()), "description", is(words));
        given().get(CATEGORIES + "/" + other.id()).then().body("description", is(""));
        tokens.as(Role.EDITOR)
                .body(Map.of("id", other.id(), "force", true))
                .delete(CATEGORIES + "/" + wanted.id())
                .then()
                .statusCode(200)
                .body("previous.id", is((int) wanted.id()));
        given().get(CATEGORIES + "/" + other.id()).then().statusCode(200);
    }

    @Test
    void json_under_another_name_is_not_read() {
        editor().contentType("text/plain")
                .body(json("As text "))
                .post(CATEGORIES)
                .then()
                .statusCode(400)
                .body("code", is("rest_missing_callback_param"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"name\": }", "name=x", "{\"name\": \"x\"} more", "{'name': 'x'}", "[1,"})
    void broken_json_is_refused(String body) {
        tokens.as(Role.EDITOR)
                .body(body)
                .post(CATEGORIES)
                .then()
                .statusCode(400)
                .body("code", is("rest_invalid_json"))
                .body("message", is("Invalid JSON body passed."))
                .body("data.json_error_code", is(4))
                .body("data.json_error_message", is("Syntax error"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "5", "\"text\"", "[]", "[{\"name\": \"x\"}]", "{}"})
    void json_that_is_no_object_holds_no_parameters(String body) {
        tokens.as(Role.EDITOR)
                .body(body)
                .post(CATEGORIES)
                .then()
                .statusCode(400)
                .body("code", is("rest_missing_callback_param"));
    }

    @Test
    void json_as_deep_as_a_well_is_refused() throws Exception {
        // RestAssured would lay it out, bracket by bracket, to show it if the test failed.
        var answer = post("application/json", "[".repeat(20_000) + "]".repeat(20_000));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"rest_invalid_json\"");
    }

    @Test
    void a_body_has_its_limit() {
        tokens.as(Role.EDITOR)
                .body("{\"name\": \"" + "x".repeat(MAX_BODY) + "\"}")
                .post(CATEGORIES)
                .then()
                .statusCode(413)
                .body("code", is("rest_body_too_large"))
                .body("data.status", is(413));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/999999999999999999999999",
                "/0",
                "?page=99999999999999999999",
                "?page=9223372036854775807&per_page=100",
                "?include=99999999999999999999",
                "?parent=-99999999999999999999",
                "?post=99999999999999999999",
                "?search=%00",
                "?slug=%00",
                "?search=%FF%FE",
                "?offset=9223372036854775807"
            })
    void no_number_and_no_text_is_a_failure_here(String tail) {
        for (var list : List.of(CATEGORIES, "/wp-json/wp/v2/tags")) {
            given().urlEncodingEnabled(false)
                    .get(list + tail)
                    .then()
                    .statusCode(not(is(500)))
                    .body(not(containsString("Exception")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=9223372036854775807&per_page=100",
                "offset=9223372036854775807&per_page=100",
                "page=4611686018427387905&per_page=4",
                "offset=-9223372036854775808&per_page=4"
            })
    void no_list_ends_in_a_failure_however_far_one_goes(String query) {
        var post = blog.published(Blog.unique("Far ")).write();
        for (var list : List.of(
                "posts",
                "pages",
                "media",
                "comments",
                "users",
                "search",
                "tags",
                "categories",
                "posts/" + post.id() + "/revisions")) {
            tokens.as(Role.EDITOR)
                    .get("/wp-json/wp/v2/" + list + "?" + query)
                    .then()
                    .statusCode(anyOf(is(200), is(400)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1) UNION SELECT token_hash FROM api_token--",
                "' or '1'='1",
                "\\",
                "%",
                "_",
                "?1 :status {fn now()}"
            })
    void what_means_something_in_sql_means_nothing_in_a_filter(String text) {
        var word = Blog.unique("Sql");
        blog.published(word).saying("Nothing.").write();
        blog.category(word);
        for (var list : List.of("posts", "pages", "media", "comments", "categories", "tags", "users")) {
            for (var name : List.of("search", "slug", "orderby", "mime_type", "author")) {
                var answer = given().queryParam(name, name.equals("search") ? word + text : text)
                        .get("/wp-json/wp/v2/" + list);
                assertThat(answer.statusCode()).as("%s by %s", list, name).isIn(200, 400, 401);
                if (name.equals("search")) {
                    assertThat(answer.jsonPath().getList("$")).as(list).isEmpty();
                }
                assertThat(answer.asString()).doesNotContain("SQL", "token_hash\"");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=x; charset=bogus",
                "multipart/form-data; boundary=x; charset=!!",
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=y",
                "application/x-www-form-urlencoded; charset=bogus",
                "application/json; charset=bogus",
                "text/plain"
            })
    void a_body_that_says_it_is_what_it_is_not_holds_no_parameters(String contentType) throws Exception {
        var body = """
                --x
                Content-Disposition: form-data; name="name"
                Content-Type: text/plain; charset=!!

                A
                --x--
                """.replace("\n", "\r\n");
        // RestAssured sends no charset that it does not know itself.
        var answer = post(contentType, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).containsAnyOf("rest_missing_callback_param", "rest_invalid_json");
    }

    private HttpResponse<String> post(String contentType, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + CATEGORIES))
                .header("Content-Type", contentType)
                .header("Authorization", "Bearer " + tokens.of(Role.EDITOR))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void what_no_address_may_hold_is_refused_by_the_server() throws Exception {
        for (var path : List.of("/wp-json/wp/v2/posts?search=a|b", "/feed/?x={b}")) {
            assertThat(status("GET " + path)).as(path).isEqualTo(400);
        }
    }

    @Test
    void what_is_too_much_of_a_form_is_said_and_not_left_out() {
        var form = "x=1&".repeat(1_000) + "name=" + Blog.unique("Late ");
        given().auth()
                .preemptive()
                .oauth2(tokens.of(Role.EDITOR))
                .contentType("application/x-www-form-urlencoded")
                .body(form)
                .post(CATEGORIES)
                .then()
                .statusCode(400)
                .body("code", is("rest_too_many_fields"));
        var parts = given().auth().preemptive().oauth2(tokens.of(Role.EDITOR));
        for (int i = 0; i < 200; i++) {
            parts.multiPart("x" + i, "1");
        }
        parts.multiPart("name", Blog.unique("Late ")).post(CATEGORIES).then().statusCode(201);
    }

    @Test
    void nothing_is_stored_where_the_callback_is_no_name() {
        var name = Blog.unique("Never ");
        tokens.as(Role.EDITOR)
                .body(Map.of("name", name))
                .post(CATEGORIES + "?_jsonp=a-b")
                .then()
                .statusCode(400);
        given().queryParam("search", name).get(CATEGORIES).then().body("$", hasSize(0));
    }

    @Test
    void lists_have_a_length_that_is_looked_at_first() {
        var ids = "1,".repeat(1_001);
        given().get("/wp-json/wp/v2/posts?include=" + ids)
                .then()
                .statusCode(400)
                .body("data.details.include.code", is("rest_too_many_items"));
        tokens.as(Role.AUTHOR)
                .body(Map.of(
                        "title", "Tagged", "tags", IntStream.range(0, 1_001).toArray()))
                .post("/wp-json/wp/v2/posts")
                .then()
                .statusCode(400)
                .body("data.details.tags.code", is("rest_too_many_items"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"%s\"}",
                "{\"username\": \"%s\"}",
                "{\"email\": \"a@%s\"}",
                "{\"orderby\": null}",
                "{\"orderby\": [], \"context\": {}, \"post\": [[]]}"
            })
    void what_guests_send_costs_little_and_fails_nowhere(String body) {
        for (var text : List.of(" ".repeat(200_000), "a b".repeat(40_000), "a.a".repeat(40_000))) {
            for (var path : List.of("/users/1/application-passwords", "/users", "/users/1", "/tags")) {
                given().contentType("application/json")
                        .body(body.formatted(text))
                        .post("/wp-json/wp/v2" + path)
                        .then()
                        .statusCode(anyOf(is(400), is(401)));
            }
        }
    }

    private static int status(String requestLine) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            var request = "%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(requestLine);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            var line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
            return Integer.parseInt(line.substring(9));
        }
    }

    @Test
    void a_refusal_tells_nothing_of_the_inside() {
        get("per_page=abc").body("$", not(hasKey("trace"))).body("exception", nullValue());
    }

    private static void created(RequestSpecification request) {
        request.post(CATEGORIES).then().statusCode(201).body("$", hasKey("id"));
    }

    private static String json(String name) {
        return "{\"name\": \"" + Blog.unique(name) + "\"}";
    }

    /** Without a type of content. */
    private RequestSpecification editor() {
        return given().auth().preemptive().oauth2(tokens.of(Role.EDITOR));
    }

    private static ValidatableResponse get(String query) {
        return given().urlEncodingEnabled(false).get(CATEGORIES + "?" + query).then();
    }
}
