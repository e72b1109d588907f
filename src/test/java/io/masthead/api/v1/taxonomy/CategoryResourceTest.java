package io.masthead.api.v1.taxonomy;

import static io.restassured.RestAssured.given;
import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
@QuarkusTest
class CategoryResourceTest {

    private static final String CATEGORIES = "/api/v1/categories";
    private static final String BY_SLUG = CATEGORIES + "/by-slug/";

    private final Tokens tokens = new Tokens();

    @Test
    void a_created_category_is_read_back_as_it_was_answered() {
        var name = unique("Harbour");
        var created = create(Map.of("name", name, "description", "<b>Boats</b><script>x()</script>"))
                .statusCode(201)
                .header("ETag", notNullValue())
                .body(
                        "name", is(name),
                        "slug", is(name.toLowerCase(ROOT)),
                        "description", containsString("<b>Boats</b>"),
                        "description", not(containsString("script")),
                        "parentId", nullValue(),
                        "postCount", is(0),
                        "createdAt", endsWith("Z"),
                        "formerSlugs", is(List.of()))
                .extract();
        var read = given().get(created.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", created.header("ETag"))
                .header("Cache-Control", containsString("s-maxage"))
                .header("Cache-Tag", "settings,term-" + created.path("id"))
                .extract();
        assertThat(read.asString()).isEqualTo(created.asString());
    }

    @Test
    void an_entity_tag_spares_the_answer_and_guards_the_change() {
        var id = newCategory(unique("Tagged"));
        var tag = given().get(at(id)).then().extract().header("ETag");
        given().header("If-None-Match", tag).get(at(id)).then().statusCode(304).body(is(""));
        editor().header("If-Match", tag)
                .body(Map.of("description", "New"))
                .patch(at(id))
                .then()
                .statusCode(200)
                .header("ETag", not(is(tag)));
        editor().header("If-Match", tag)
                .body(Map.of("description", "Newer"))
                .patch(at(id))
                .then()
                .statusCode(412)
                .body("code", is("version_mismatch"));
        editor().header("If-Match", tag)
                .queryParam("permanent", true)
                .delete(at(id))
                .then()
                .statusCode(412);
        given().get(at(id)).then().statusCode(200).body("description", is("New"));
        given().header("If-None-Match", tag).get(at(id)).then().statusCode(200);
    }

    @Test
    void the_same_key_with_the_same_body_creates_once() {
        var body = Map.of("name", unique("Once"));
        var key = UUID.randomUUID().toString();
        var first = editor().header("Idempotency-Key", key).body(body).post(CATEGORIES);
        var second = editor().header("Idempotency-Key", key).body(body).post(CATEGORIES);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        editor().header("Idempotency-Key", key)
                .body(Map.of("name", unique("Other")))
                .post(CATEGORIES)
                .then()
                .statusCode(422)
                .body("code", is("idempotency_key_reused"));
        // Nor may it stand for a tag.
        editor().header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/tags")
                .then()
                .statusCode(422);
    }

    @Test
    void cursors_lead_through_the_list_and_back() {
        var parent = newCategory(unique("Paged"));
        var names = List.of("Alpha", "beta", "Gamma", "delta", "Epsilon");
        names.forEach(name -> create(Map.of("name", name, "parentId", parent)).statusCode(201));
        var first = page(parent, null, "Alpha", "beta");
        assertThat(first.<String>path("page.prev")).isNull();
        assertThat(first.header("Link")).contains("rel=\"next\"").doesNotContain("rel=\"prev\"");
        var second = page(parent, first.path("page.next"), "delta", "Epsilon");
        var third = page(parent, second.path("page.next"), "Gamma");
        assertThat(third.<String>path("page.next")).isNull();
        var back = page(parent, third.path("page.prev"), "delta", "Epsilon");
        page(parent, back.path("page.prev"), "Alpha", "beta");
    }

    @Test
    void pages_are_numbered_and_counted_on_request() {
        var parent = newCategory(unique("Numbered"));
        List.of("a", "b", "c")
                .forEach(
                        name -> create(Map.of("name", name, "parentId", parent)).statusCode(201));
        given().queryParams("parent", parent, "limit", 2, "page", 2, "count", true)
                .get(CATEGORIES)
                .then()
                .statusCode(200)
                .header("Link", containsString("page=1"))
                .body(
                        "items.name", is(List.of("c")),
                        "page.total", is(3),
                        "page.limit", is(2),
                        "page.next", nullValue());
        given().queryParam("parent", parent)
                .get(CATEGORIES)
                .then()
                .body("page", not(hasKey("total")), "items[0]", not(hasKey("formerSlugs")));
    }

    @Test
    void a_cursor_of_another_query_is_refused() {
        newCategory(unique("One"));
        newCategory(unique("Two"));
        var cursor =
                given().queryParam("limit", 1).get(CATEGORIES).then().extract().<String>path("page.next");
        given().queryParams("limit", 1, "cursor", cursor, "sort", "-name")
                .get(CATEGORIES)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is("cursor"));
    }

    @Test
    void filters_compose_and_fields_narrow() {
        var word = unique("Filter");
        var parent = newCategory(word + " parent");
        create(Map.of("name", word + " child", "slug", word.toLowerCase(ROOT), "parentId", parent))
                .statusCode(201);
        given().queryParams("search", word.toUpperCase(ROOT), "parent", "top", "fields", "id,name")
                .get(CATEGORIES)
                .then()
                .statusCode(200)
                .body("items", is(List.of(Map.of("id", parent, "name", word + " parent"))));
        given().queryParams("search", word, "sort", "-id")
                .get(CATEGORIES)
                .then()
                .body("items.name", is(List.of(word + " child", word + " parent")));
        given().queryParams("slug", "no-such," + word.toLowerCase(ROOT), "parent", parent)
                .get(CATEGORIES)
                .then()
                .body("items.name", is(List.of(word + " child")));
        given().queryParams("search", word, "used", true)
                .get(CATEGORIES)
                .then()
                .statusCode(200)
                .body("items", is(List.of()));
        given().queryParam("parent", "999999999")
                .get(CATEGORIES)
                .then()
                .statusCode(200)
                .body("items", is(List.of()));
    }

    @Test
    void search_takes_wildcards_and_quotes_as_they_are() {
        var word = unique("Sale");
        newCategory(word + " 50% off");
        newCategory(word + " 50x off");
        given().queryParam("search", word + " 50%")
                .get(CATEGORIES)
                .then()
                .body("items.name", is(List.of(word + " 50% off")));
        given().queryParam("search", "' or 1=1 --")
                .get(CATEGORIES)
                .then()
                .statusCode(200)
                .body("items", is(List.of()));
    }

    @Test
    void only_published_posts_count() {
        var category = newCategory(unique("Counted"));
        var published = newPost("published", category);
        newPost("draft", category);
        newPost("private", category);
        given().get(at(category)).then().body("postCount", is(1));
        given().queryParams("used", true, "sort", "-count", "limit", 100)
                .get(CATEGORIES)
                .then()
                .body("items.id", hasItem(category));
        administrator().delete("/api/v1/posts/" + published).then().statusCode(200);
        given().get(at(category)).then().body("postCount", is(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "search=%00",
                "unknown=1",
                "slug[]=a",
                "slug=a,,b",
                "parent=1abc",
                "parent=0",
                "parent=-1",
                "parent=9223372036854775808",
                "used=yes",
                "sort=slug",
                "sort=name%3Bdrop",
                "limit=0",
                "limit=101",
                "limit=ten",
                "page=0",
                "page=1000000",
                "cursor=abc",
                "page=1&cursor=abc",
                "count=1",
                "fields=nothing",
                "fields=rowVersion",
                "fields="
            })
    void a_bad_parameter_is_named(String query) {
        var name = query.substring(0, query.indexOf('='));
        given().urlEncodingEnabled(false)
                .get(CATEGORIES + "?" + query.replace("[]", "%5B%5D"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.parameter", hasItem(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1abc", "0", "-1", "9223372036854775808", "1.0", "%2B1", "01"})
    void what_is_no_id_is_refused(String id) {
        given().urlEncodingEnabled(false)
                .get(CATEGORIES + "/" + id)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is("id"));
    }

    @Test
    void what_does_not_exist_is_not_found() {
        given().get(at(999_999_999)).then().statusCode(404).body("code", is("term_not_found"));
        given().get(BY_SLUG + "no-such-category").then().statusCode(404);
        given().urlEncodingEnabled(false).get(BY_SLUG + "a%00b").then().statusCode(404);
        editor().body(Map.of("name", "x")).patch(at(999_999_999)).then().statusCode(404);
        editor().queryParam("permanent", true).delete(at(999_999_999)).then().statusCode(404);
    }

    @Test
    void a_tag_is_no_category() {
        var tag = editor().body(Map.of("name", unique("Label")))
                .post("/api/v1/tags")
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("id");
        given().get(at(tag)).then().statusCode(404);
        create(Map.of("name", unique("Under a tag"), "parentId", tag))
                .statusCode(422)
                .body("errors[0].pointer", is("/parentId"), "errors[0].code", is("unknown"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 422 | /name",
                "{\"name\": null} | 422 | /name",
                "{\"name\": \" \"} | 422 | /name",
                "{\"name\": \"a\\u0000b\"} | 422 | /name",
                "{\"name\": \"a\\ud800b\"} | 422 | /name",
                "{\"name\": \"ok\", \"slug\": \"Not A Slug\"} | 422 | /slug",
                "{\"name\": \"ok\", \"parentId\": 999999999} | 422 | /parentId",
                "{\"name\": 5} | 400 | /name",
                "{\"name\": \"ok\", \"parentId\": \"4\"} | 400 | /parentId",
                "{\"name\": \"ok\", \"parentId\": 9223372036854775808} | 400 | /parentId",
                "{\"name\": \"ok\", \"postCount\": 7} | 400 | /postCount",
                "{\"name\": \"ok\", \"name\": \"ok\"} | 400 | /name",
                "{\"name\": \"ok\" | 400 | /name",
                "[] | 400 | ''"
            })
    void a_bad_body_is_refused_and_nothing_is_stored(String body, int status, String pointer) {
        var before = total();
        editor().body(body)
                .post(CATEGORIES)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
        assertThat(total()).isEqualTo(before);
    }

    @Test
    void what_is_too_long_is_refused() {
        create(Map.of("name", "x".repeat(201))).statusCode(422).body("errors[0].pointer", is("/name"));
        create(Map.of("name", "x".repeat(100_000))).statusCode(422);
        create(Map.of("name", unique("Long"), "description", "x".repeat(20_001)))
                .statusCode(422)
                .body("errors[0].pointer", is("/description"));
    }

    @Test
    void a_name_stands_once_below_a_parent() {
        var name = unique("Twice");
        var parent = newCategory(name);
        create(Map.of("name", name.toUpperCase(ROOT)))
                .statusCode(422)
                .body("errors[0].pointer", is("/name"), "errors[0].code", is("taken"));
        create(Map.of("name", name, "parentId", parent))
                .statusCode(201)
                .body("slug", is(name.toLowerCase(ROOT) + "-2"));
        create(Map.of("name", unique("Other"), "slug", name.toLowerCase(ROOT)))
                .statusCode(422)
                .body("errors[0].pointer", is("/slug"), "errors[0].code", is("taken"));
    }

    @Test
    void a_category_cannot_move_below_itself() {
        var top = newCategory(unique("Top"));
        var middle = newCategory(unique("Middle"), top);
        var bottom = newCategory(unique("Bottom"), middle);
        for (var under : List.of(top, middle, bottom)) {
            editor().body(Map.of("parentId", under))
                    .patch(at(top))
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", is("/parentId"), "errors[0].code", is("cycle"));
        }
        given().get(at(top)).then().body("parentId", nullValue());
        var up = new HashMap<String, Object>();
        up.put("parentId", null);
        editor().body(up).patch(at(bottom)).then().statusCode(200).body("parentId", nullValue());
        editor().body(Map.of("parentId", bottom))
                .patch(at(top))
                .then()
                .statusCode(200)
                .body("parentId", is(bottom));
    }

    @Test
    void a_patch_leaves_alone_what_it_does_not_name() {
        var name = unique("Patched");
        var id = create(Map.of("name", name, "description", "Kept")).extract().<Integer>path("id");
        editor().contentType("application/merge-patch+json")
                .body("{\"name\": \"%s!\"}".formatted(name))
                .patch(at(id))
                .then()
                .statusCode(200)
                .body(
                        "name", is(name + "!"),
                        "slug", is(name.toLowerCase(ROOT)),
                        "description", is("Kept"));
        editor().body("{\"description\": null}")
                .patch(at(id))
                .then()
                .statusCode(200)
                .body("description", is(""));
        editor().body("{\"name\": null}").patch(at(id)).then().statusCode(422);
    }

    @Test
    void a_renamed_slug_leads_on() {
        var old = unique("old").toLowerCase(ROOT);
        var current = unique("new").toLowerCase(ROOT);
        var id = create(Map.of("name", old)).extract().<Integer>path("id");
        editor().body(Map.of("slug", current))
                .patch(at(id))
                .then()
                .statusCode(200)
                .body("slug", is(current), "formerSlugs", is(List.of(old)));
        given().redirects()
                .follow(false)
                .queryParam("fields", "id")
                .get(BY_SLUG + old)
                .then()
                .statusCode(301)
                .header("Location", BY_SLUG + current + "?fields=id");
        given().queryParam("fields", "id")
                .get(BY_SLUG + old)
                .then()
                .statusCode(200)
                .body("$", is(Map.of("id", id)));
        given().get(BY_SLUG + current).then().statusCode(200).body("id", is(id), "formerSlugs", is(List.of(old)));
        // A live slug wins over an old one.
        var other =
                create(Map.of("name", unique("Heir"), "slug", old)).extract().path("id");
        given().get(BY_SLUG + old).then().statusCode(200).body("id", is(other));
        given().get(at(id)).then().body("formerSlugs", is(List.of()));
    }

    @Test
    void deleting_moves_the_children_up_and_the_posts_on() {
        var top = newCategory(unique("Top"));
        var doomed = newCategory(unique("Doomed"), top);
        var child = newCategory(unique("Child"), doomed);
        var alone = newPost("published", doomed);
        var draft = newPost("draft", doomed);
        var elsewhere = newPost("published", doomed, top);
        var byDefault = defaultCategory();
        var before = given().get(at(byDefault)).then().extract().<Integer>path("postCount");
        editor().queryParam("permanent", true)
                .delete(at(doomed))
                .then()
                .statusCode(204)
                .body(is(""));
        given().get(at(doomed)).then().statusCode(404);
        given().get(at(child)).then().body("parentId", is(top));
        categoriesOf(alone, List.of(byDefault));
        categoriesOf(draft, List.of(byDefault));
        categoriesOf(elsewhere, List.of(top));
        given().get(at(byDefault)).then().body("postCount", is(before + 1));
        given().get(at(top)).then().body("postCount", is(1));
    }

    @Test
    void a_deleted_category_leaves_its_slug_free() {
        var name = unique("Gone");
        var id = newCategory(name);
        editor().queryParam("permanent", true).delete(at(id)).then().statusCode(204);
        given().get(BY_SLUG + name.toLowerCase(ROOT)).then().statusCode(404);
        create(Map.of("name", name)).statusCode(201).body("slug", is(name.toLowerCase(ROOT)));
    }

    @Test
    void deleting_must_be_asked_for() {
        var id = newCategory(unique("Kept"));
        for (var request : List.of(editor(), editor().queryParam("permanent", false))) {
            request.delete(at(id))
                    .then()
                    .statusCode(422)
                    .body(
                            "code", is("permanent_required"),
                            "errors[0].parameter", is("permanent"));
        }
        editor().queryParam("permanent", "1").delete(at(id)).then().statusCode(400);
        given().get(at(id)).then().statusCode(200);
    }

    @Test
    void the_default_category_cannot_be_deleted() {
        editor().queryParam("permanent", true)
                .delete(at(defaultCategory()))
                .then()
                .statusCode(409)
                .body("code", is("default_category"));
    }

    @Test
    void a_guest_changes_nothing() {
        var id = newCategory(unique("Guarded"));
        given().contentType(ContentType.JSON)
                .body(Map.of("name", "Guest"))
                .post(CATEGORIES)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("code", is("unauthenticated"));
        given().contentType(ContentType.JSON)
                .body(Map.of("name", "Guest"))
                .patch(at(id))
                .then()
                .statusCode(401);
        given().queryParam("permanent", true).delete(at(id)).then().statusCode(401);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUBSCRIBER", "CONTRIBUTOR", "AUTHOR"})
    void those_below_an_editor_change_nothing(Role role) {
        var id = newCategory(unique("Guarded"));
        as(role).body(Map.of("name", unique("No")))
                .post(CATEGORIES)
                .then()
                .statusCode(403)
                .body("code", is("forbidden"));
        as(role).body(Map.of("name", unique("No"))).patch(at(id)).then().statusCode(403);
        as(role).queryParam("permanent", true).delete(at(id)).then().statusCode(403);
        as(role).get(at(id))
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .header("Cache-Tag", nullValue());
    }

    @Test
    void a_wrong_method_or_type_is_refused_in_our_words() {
        given().put(at(1)).then().statusCode(405).contentType("application/problem+json");
        editor().contentType("text/plain")
                .body("name")
                .post(CATEGORIES)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    private ExtractableResponse<Response> page(int parent, String cursor, String... names) {
        var request = given().queryParams("parent", parent, "limit", 2);
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        return request.get(CATEGORIES)
                .then()
                .statusCode(200)
                .body("items.name", is(List.of(names)))
                .extract();
    }

    private int total() {
        return given().queryParams("count", true, "limit", 1)
                .get(CATEGORIES)
                .then()
                .extract()
                .path("page.total");
    }

    /** A post that names no category goes to it. */
    private int defaultCategory() {
        return administrator()
                .body(Map.of("title", unique("Unsorted")))
                .post("/api/v1/posts")
                .then()
                .statusCode(201)
                .extract()
                .path("categories[0].id");
    }

    private int newPost(String status, Integer... categories) {
        return administrator()
                .body(Map.of(
                        "title", unique("Post"),
                        "status", status,
                        "categoryIds", List.of(categories)))
                .post("/api/v1/posts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void categoriesOf(int post, List<Integer> expected) {
        administrator().get("/api/v1/posts/" + post).then().body("categories.id", is(expected));
    }

    private int newCategory(String name) {
        return create(Map.of("name", name)).statusCode(201).extract().path("id");
    }

    private int newCategory(String name, int parent) {
        return create(Map.of("name", name, "parentId", parent))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse create(Map<String, ?> body) {
        return editor().body(body).post(CATEGORIES).then();
    }

    private RequestSpecification editor() {
        return as(Role.EDITOR);
    }

    private RequestSpecification administrator() {
        return as(Role.ADMINISTRATOR);
    }

    private RequestSpecification as(Role role) {
        return tokens.as(role);
    }

    private static String at(int id) {
        return CATEGORIES + "/" + id;
    }

    private static String unique(String word) {
        return word + UUID.randomUUID().toString().substring(0, 8);
    }
}
