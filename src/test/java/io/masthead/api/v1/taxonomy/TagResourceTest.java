package io.masthead.api.v1.taxonomy;

import static io.restassured.RestAssured.given;
import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
@QuarkusTest
class TagResourceTest {

    private static final String TAGS = "/api/v1/tags";
    private static final String BY_SLUG = TAGS + "/by-slug/";

    private final Tokens tokens = new Tokens();

    @Test
    void a_created_tag_is_read_back_as_it_was_answered() {
        var name = unique("Ferries");
        var created = tokens.as(Role.EDITOR)
                .body(Map.of("name", "  " + name + " "))
                .post(TAGS)
                .then()
                .statusCode(201)
                .body(
                        "name", is(name),
                        "slug", is(name.toLowerCase(ROOT)),
                        "description", is(""),
                        "postCount", is(0),
                        "$", not(hasKey("parentId")))
                .extract();
        var read = given().get(created.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", created.header("ETag"))
                .header("Surrogate-Key", "settings term-" + created.path("id"))
                .extract();
        assertThat(read.asString()).isEqualTo(created.asString());
    }

    @Test
    void a_list_shows_former_slugs_if_it_is_asked_to() {
        var first = unique("former").toLowerCase(ROOT);
        var id = newTag(first);
        var other = unique("kept").toLowerCase(ROOT);
        newTag(other);
        change(id, "*", Map.of("slug", first + "-new")).then().statusCode(200);

        for (var list : List.of("?slug=%s-new&slug=%s", "?slug=%s-new,%s")) {
            given().get(TAGS + list.formatted(first, other) + "&include=formerSlugs&fields=slug,formerSlugs&sort=id")
                    .then()
                    .statusCode(200)
                    .body("items.slug", is(List.of(first + "-new", other)))
                    .body("items.formerSlugs", is(List.of(List.of(first), List.of())));
        }
        given().get(TAGS + "?slug=" + first + "-new").then().body("items[0]", not(hasKey("formerSlugs")));
        given().get(TAGS + "?include=content").then().statusCode(400).body("errors[0].parameter", is("include"));
    }

    @Test
    void custom_fields_are_merged_and_hidden_ones_are_for_editors() {
        var name = unique("fields").toLowerCase(ROOT);
        var created = tokens.as(Role.EDITOR)
                .body(Map.of(
                        "name", name, "customFields", Map.of("colour", "red", "_hidden", 1, "box", Map.of("a", 1))))
                .post(TAGS)
                .then()
                .statusCode(201)
                .body("customFields", is(Map.of("colour", "red", "_hidden", 1, "box", Map.of("a", 1))));
        int id = created.extract().path("id");
        given().get(at(id)).then().body("customFields", is(Map.of("colour", "red", "box", Map.of("a", 1))));
        given().get(TAGS + "?slug=" + name)
                .then()
                .body("items[0].customFields", is(Map.of("colour", "red", "box", Map.of("a", 1))));
        tokens.as(Role.EDITOR).get(TAGS + "?slug=" + name).then().body("items[0].customFields._hidden", is(1));

        var version = given().get(at(id)).then().extract().header("ETag");
        change(id, "*", Map.of("customFields", Map.of("colour", "red"))).then().statusCode(200);
        assertThat(given().get(at(id)).header("ETag")).isEqualTo(version); // nothing has changed
        var patch = new HashMap<String, Object>();
        patch.put("colour", null);
        patch.put("box", Map.of("b", 2));
        change(id, "*", Map.of("customFields", patch)).then().statusCode(200);
        given().get(at(id)).then().body("customFields", is(Map.of("box", Map.of("a", 1, "b", 2))));
        change(id, "*", Map.of("customFields", Map.of("a/b", 1)))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/customFields"), "errors[0].code", is("invalid_name"));
        change(id, "*", Collections.singletonMap("customFields", null)).then().body("customFields", is(Map.of()));
    }

    @Test
    void an_entity_tag_spares_the_answer_and_guards_the_change() {
        var id = newTag(unique("Tagged"));
        var tag = given().get(at(id)).then().extract().header("ETag");
        given().header("If-None-Match", tag).get(at(id)).then().statusCode(304).body(is(""));
        change(id, tag, Map.of("description", "New")).then().statusCode(200);
        change(id, tag, Map.of("description", "Newer")).then().statusCode(412);
        given().get(at(id)).then().body("description", is("New"));
    }

    @Test
    void the_same_key_with_the_same_body_creates_once() {
        var body = Map.of("name", unique("Once"));
        var key = UUID.randomUUID().toString();
        var first =
                tokens.as(Role.EDITOR).header("Idempotency-Key", key).body(body).post(TAGS);
        var second =
                tokens.as(Role.EDITOR).header("Idempotency-Key", key).body(body).post(TAGS);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        tokens.as(Role.EDITOR)
                .header("Idempotency-Key", key)
                .body(Map.of("name", unique("Other")))
                .post(TAGS)
                .then()
                .statusCode(422)
                .body("code", is("idempotency_key_reused"));
        // The key of one user says nothing of another's.
        tokens.as(Role.AUTHOR)
                .header("Idempotency-Key", key)
                .body(Map.of("name", unique("Other")))
                .post(TAGS)
                .then()
                .statusCode(201);
    }

    @Test
    void cursors_lead_through_the_list_and_back() {
        var word = unique("Paged");
        List.of("1", "2", "3").forEach(number -> newTag(word + " " + number));
        var first = page(word, null, "3", "2");
        var second = page(word, first.path("page.next"), "1");
        assertThat(second.<String>path("page.next")).isNull();
        page(word, second.path("page.prev"), "3", "2");
        given().queryParams("search", word, "sort", "-name", "limit", 2, "page", 2, "count", true)
                .get(TAGS)
                .then()
                .body("items.name", is(List.of(word + " 1")), "page.total", is(3));
    }

    @Test
    void what_only_hidden_posts_carry_counts_as_unused() {
        var word = unique("Used");
        var shown = newTag(word + " shown");
        var hidden = newTag(word + " hidden");
        newPost("published", shown);
        newPost("draft", hidden);
        given().queryParams("search", word, "used", true)
                .get(TAGS)
                .then()
                .body("items.id", is(List.of(shown)), "items[0].postCount", is(1));
        given().queryParam("search", word)
                .get(TAGS)
                .then()
                .body("items.id", is(List.of(hidden, shown)), "items[0].postCount", is(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parent=1",
                "search[]=a",
                "search=a&search=b",
                "sort=parent",
                "limit=-1",
                "used=1",
                "fields=parentId"
            })
    void a_bad_parameter_is_named(String query) {
        given().urlEncodingEnabled(false)
                .get(TAGS + "?" + query.replace("[]", "%5B%5D"))
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem(query.substring(0, query.indexOf('='))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1abc", "0", "-1", "9223372036854775808"})
    void what_is_no_id_is_refused(String id) {
        given().get(TAGS + "/" + id).then().statusCode(400).body("errors[0].parameter", is("id"));
    }

    @Test
    void a_tag_has_no_parent() {
        tokens.as(Role.EDITOR)
                .body(Map.of("name", unique("Child"), "parentId", 1))
                .post(TAGS)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/parentId"), "errors[0].code", is("unknown_field"));
    }

    @Test
    void a_renamed_slug_leads_on() {
        var old = unique("old").toLowerCase(ROOT);
        var current = unique("new").toLowerCase(ROOT);
        var id = newTag(old);
        change(id, "*", Map.of("slug", current)).then().statusCode(200);
        given().redirects()
                .follow(false)
                .get(BY_SLUG + old)
                .then()
                .statusCode(301)
                .header("Location", BY_SLUG + current);
        given().get(BY_SLUG + old).then().statusCode(200).body("formerSlugs", is(List.of(old)));
    }

    @Test
    void deleting_takes_the_tag_from_its_posts() {
        var doomed = newTag(unique("Doomed"));
        var kept = newTag(unique("Kept"));
        var post = newPost("published", doomed, kept);
        tokens.as(Role.EDITOR).delete(at(doomed)).then().statusCode(422);
        tokens.as(Role.EDITOR)
                .queryParam("permanent", true)
                .delete(at(doomed))
                .then()
                .statusCode(204);
        given().get(at(doomed)).then().statusCode(404).body("code", is("term_not_found"));
        given().get("/api/v1/posts/" + post).then().body("tags.id", is(List.of(kept)));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONTRIBUTOR", "AUTHOR"})
    void who_may_write_posts_makes_tags_and_changes_none(Role role) {
        var id = tokens.as(role)
                .body(Map.of("name", unique("Mine")))
                .post(TAGS)
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("id");
        tokens.as(role).body(Map.of("name", "x")).patch(at(id)).then().statusCode(403);
        tokens.as(role).queryParam("permanent", true).delete(at(id)).then().statusCode(403);
    }

    @Test
    void who_may_not_write_posts_makes_no_tags() {
        var body = Map.of("name", unique("No"));
        tokens.as(Role.SUBSCRIBER).body(body).post(TAGS).then().statusCode(403);
        given().contentType(ContentType.JSON).body(body).post(TAGS).then().statusCode(401);
    }

    private ExtractableResponse<Response> page(String word, String cursor, String... numbers) {
        var request = given().queryParams("search", word, "sort", "-name", "limit", 2);
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        return request.get(TAGS)
                .then()
                .statusCode(200)
                .body(
                        "items.name",
                        is(List.of(numbers).stream()
                                .map(number -> word + " " + number)
                                .toList()))
                .extract();
    }

    private int newPost(String status, Integer... tags) {
        return tokens.as(Role.EDITOR)
                .body(Map.of("title", unique("Post"), "status", status, "tagIds", List.of(tags)))
                .post("/api/v1/posts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private int newTag(String name) {
        return tokens.as(Role.EDITOR)
                .body(Map.of("name", name))
                .post(TAGS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response change(int id, String ifMatch, Map<String, ?> body) {
        return tokens.as(Role.EDITOR).header("If-Match", ifMatch).body(body).patch(at(id));
    }

    private static String at(int id) {
        return TAGS + "/" + id;
    }

    private static String unique(String word) {
        return word + UUID.randomUUID().toString().substring(0, 8);
    }
}
