package io.masthead.wp.v2;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Categories and tags as WordPress' clients know them. */
@OnBothDatabases
@QuarkusTest
class TermTest {

    private static final String CATEGORIES = "/wp-json/wp/v2/categories";
    private static final String TAGS = "/wp-json/wp/v2/tags";

    private final Tokens tokens = new Tokens();

    private final Blog blog = Blog.ofAdministrator();

    @Test
    void a_category_has_the_fields_of_its_context() {
        var top = blog.category(Blog.unique("Fields "));
        var category = blog.categoryBelow(top, Blog.unique("Fields "));
        var path = CATEGORIES + "/" + category.id();

        Map<String, ?> view = given().get(path).path("$");
        assertThat(view.keySet())
                .isEqualTo(Set.of(
                        "id",
                        "count",
                        "description",
                        "link",
                        "name",
                        "slug",
                        "taxonomy",
                        "parent",
                        "meta",
                        "acf",
                        "_links"));
        Map<String, ?> embed = given().get(path + "?context=embed").path("$");
        assertThat(embed.keySet()).isEqualTo(Set.of("id", "link", "name", "slug", "taxonomy", "_links"));
        given().get(path)
                .then()
                .body("taxonomy", is("category"), "parent", is((int) top.id()))
                .body("count", is(0), "description", is(""))
                .body("link", endsWith("/" + category.slug() + "/"))
                .body("_links.self[0].href", endsWith(path))
                .body("_links.self[0].targetHints.allow", contains("GET"))
                .body("_links.collection[0].href", endsWith("/wp/v2/categories"))
                .body("_links.about[0].href", endsWith("/wp/v2/taxonomies/category"))
                .body("_links.up[0].href", endsWith("/wp/v2/categories/" + top.id()))
                .body("_links.up[0].embeddable", is(true))
                .body("_links.'wp:post_type'[0].href", endsWith("/posts?categories=" + category.id()))
                .body("_links.curies[0].name", is("wp"));
    }

    @Test
    void a_tag_lies_below_nothing() {
        var tag = blog.tag(Blog.unique("Flat "));

        given().get(TAGS + "/" + tag.id())
                .then()
                .body("taxonomy", is("post_tag"))
                .body("$", not(hasKey("parent")))
                .body("_links", not(hasKey("up")));
        tokens.as(Role.EDITOR)
                .body(Map.of("name", Blog.unique("Flat "), "parent", tag.id()))
                .post(TAGS)
                .then()
                .statusCode(400)
                .body("code", is("rest_taxonomy_not_hierarchical"))
                .body("message", is("Cannot set parent term, taxonomy is not hierarchical."));
    }

    @Test
    void a_term_is_made_changed_and_deleted() {
        var name = Blog.unique("Round ");
        var made = tokens.as(Role.EDITOR)
                .body(Map.of("name", name, "description", "Told"))
                .post(CATEGORIES)
                .then()
                .statusCode(201)
                .header("Location", startsWith(CATEGORIES + "/"))
                .body("name", is(name), "description", is("Told"), "parent", is(0))
                .body("slug", is(name.toLowerCase(Locale.ROOT).replace(' ', '-')))
                .extract();
        var path = CATEGORIES + "/" + made.<Integer>path("id");
        tokens.as(Role.EDITOR)
                .body(Map.of("name", name + " anew", "slug", Blog.unique("Neu Heißt ")))
                .post(path)
                .then()
                .statusCode(200)
                .body("name", is(name + " anew"), "description", is("Told"))
                .body("slug", containsString("neu-heisst-"));
        tokens.as(Role.EDITOR)
                .delete(path)
                .then()
                .statusCode(501)
                .body("code", is("rest_trash_not_supported"))
                .body("message", is("Terms do not support trashing. Set 'force=true' to delete."));
        tokens.as(Role.EDITOR)
                .delete(path + "?force=true")
                .then()
                .statusCode(200)
                .body("deleted", is(true), "previous.name", is(name + " anew"))
                .body("previous", not(hasKey("_links")));
        given().get(path)
                .then()
                .statusCode(404)
                .body("code", is("rest_term_invalid"))
                .body("message", is("Term does not exist."))
                .body("data.status", is(404));
    }

    @ParameterizedTest
    @CsvSource({
        "SUBSCRIBER, 403, 403, 403",
        "CONTRIBUTOR, 403, 201, 403",
        "AUTHOR, 403, 201, 403",
        "EDITOR, 201, 201, 200",
        "ADMINISTRATOR, 201, 201, 200"
    })
    void each_role_may_do_its_part(Role role, int category, int tag, int change) {
        var existing = TAGS + "/" + blog.tag(Blog.unique("Right ")).id();

        assertThat(create(role, CATEGORIES)).isEqualTo(category);
        assertThat(create(role, TAGS)).isEqualTo(tag);
        refusedOr(
                change,
                tokens.as(role).body(Map.of("description", "x")).put(existing).then(),
                "rest_cannot_update");
        refusedOr(change, tokens.as(role).get(existing + "?context=edit").then(), "rest_forbidden_context");
        refusedOr(change, tokens.as(role).get(TAGS + "?context=edit&per_page=1").then(), "rest_forbidden_context");
        refusedOr(change, tokens.as(role).delete(existing + "?force=true").then(), "rest_cannot_delete");
    }

    @Test
    void guests_are_told_to_sign_in() {
        var path = CATEGORIES + "/" + blog.category(Blog.unique("Guests ")).id();

        refused(
                json(Map.of("name", "x")).post(CATEGORIES).then(),
                401,
                "rest_cannot_create",
                "Sorry, you are not allowed to create terms in this taxonomy.");
        refused(
                json(Map.of("name", "x")).post(path).then(),
                401,
                "rest_cannot_update",
                "Sorry, you are not allowed to edit this term.");
        refused(
                given().delete(path + "?force=true").then(),
                401,
                "rest_cannot_delete",
                "Sorry, you are not allowed to delete this term.");
        refused(
                given().get(path + "?context=edit").then(),
                401,
                "rest_forbidden_context",
                "Sorry, you are not allowed to edit this term.");
        refused(
                given().get(CATEGORIES + "?context=edit").then(),
                401,
                "rest_forbidden_context",
                "Sorry, you are not allowed to edit terms in this taxonomy.");
    }

    @Test
    void a_name_is_there_once_below_one_parent() {
        var name = Blog.unique("Twice ");
        var category = blog.category(name);
        var tag = blog.tag(name);

        edit(CATEGORIES, Map.of("name", name))
                .statusCode(400)
                .body("code", is("term_exists"))
                .body("message", is("A term with the name provided already exists with this parent."))
                .body("data.status", is(400), "data.term_id", is((int) category.id()));
        edit(TAGS, Map.of("name", name))
                .statusCode(400)
                .body("code", is("term_exists"))
                .body("message", is("A term with the name provided already exists in this taxonomy."))
                .body("data.term_id", is((int) tag.id()));
    }

    @Test
    void a_slug_that_is_taken_gets_that_of_the_parent_or_a_number() {
        var name = Blog.unique("slugged");
        var top = blog.category(name);

        edit(CATEGORIES, Map.of("name", name, "parent", top.id()))
                .statusCode(201)
                .body("slug", is(name + "-" + top.slug()));
        edit(CATEGORIES, Map.of("name", Blog.unique("Other "), "slug", name))
                .statusCode(201)
                .body("slug", is(name + "-2"));
        edit(CATEGORIES, Map.of("name", Blog.unique("Other "), "slug", name))
                .statusCode(201)
                .body("slug", is(name + "-3"));
    }

    @Test
    void a_slug_that_is_taken_is_not_given_by_a_change() {
        var first = blog.category(Blog.unique("First "));
        var second = blog.category(Blog.unique("Second "));

        edit(CATEGORIES + "/" + second.id(), Map.of("slug", first.slug()))
                .statusCode(400)
                .body("code", is("duplicate_term_slug"))
                .body("message", containsString(first.slug()))
                .body("data.status", is(400));
        given().get(CATEGORIES + "/" + second.id()).then().body("slug", is(second.slug()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "<b></b>", "<script>"})
    void a_name_says_something(String name) {
        edit(TAGS, Map.of("name", name))
                .statusCode(400)
                .body("code", is("empty_term_name"))
                .body("message", is("A name is required for this term."))
                .body("data.status", is(400));
    }

    @Test
    void a_name_is_text_and_not_too_long() {
        edit(TAGS, Map.of("name", "<i>" + Blog.unique("R&D ") + "</i>"))
                .statusCode(201)
                .body("name", containsString("R&amp;D "))
                .body("name", not(containsString("<i>")));
        edit(TAGS, Map.of("name", "x".repeat(201)))
                .statusCode(400)
                .body("code", is("db_insert_error"))
                .body("message", is("Could not insert term into the database."));
    }

    @Test
    void the_entities_of_a_name_are_read_once() {
        var word = Blog.unique("Pepper");
        var tag = edit(TAGS, Map.of("name", "Salt &amp; " + word, "slug", "under_score_" + word))
                .statusCode(201)
                .body("name", is("Salt &amp; " + word))
                .body("slug", is("under_score_" + word.toLowerCase(Locale.ROOT)))
                .extract()
                .jsonPath();
        blog.asking().get("/api/v1/tags/" + tag.getLong("id")).then().body("name", is("Salt & " + word));

        edit(TAGS + "/" + tag.getLong("id"), Map.of("name", "Salt &amp; " + word + " &lt; 5"))
                .statusCode(200)
                .body("name", is("Salt &amp; " + word + " &lt; 5"));
    }

    @Test
    void a_description_is_cleaned() {
        edit(
                        TAGS,
                        Map.of(
                                "name",
                                Blog.unique("Clean "),
                                "description",
                                "<b>bold</b><script>alert(1)</script><img src=x onerror=alert(1)>"))
                .statusCode(201)
                .body("description", not(containsString("<script")))
                .body("description", not(containsString("onerror")));
    }

    @Test
    void a_parent_exists_and_lies_not_below() {
        edit(CATEGORIES, Map.of("name", Blog.unique("Orphan "), "parent", 999999999))
                .statusCode(400)
                .body("code", is("rest_term_invalid"))
                .body("message", is("Parent term does not exist."));
        var top = blog.category(Blog.unique("Top "));
        var child = blog.categoryBelow(top, Blog.unique("Child "));
        edit(CATEGORIES + "/" + top.id(), Map.of("parent", child.id()))
                .statusCode(200)
                .body("parent", is(0));
        edit(CATEGORIES + "/" + child.id(), Map.of("parent", child.id()))
                .statusCode(200)
                .body("parent", is(0));
        edit(CATEGORIES + "/" + child.id(), Map.of("parent", top.id()))
                .statusCode(200)
                .body("parent", is((int) top.id()));
    }

    @Test
    void the_default_category_stays_and_children_move_up() {
        int standard =
                tokens.as(Role.ADMINISTRATOR).get("/wp-json/wp/v2/settings").path("default_category");
        tokens.as(Role.ADMINISTRATOR)
                .delete(CATEGORIES + "/" + standard + "?force=true")
                .then()
                .statusCode(403)
                .body("code", is("rest_cannot_delete"));
        var top = blog.category(Blog.unique("Top "));
        var middle = blog.categoryBelow(top, Blog.unique("Middle "));
        var low = blog.categoryBelow(middle, Blog.unique("Low "));

        tokens.as(Role.EDITOR)
                .delete(CATEGORIES + "/" + middle.id() + "?force=true")
                .then()
                .statusCode(200);

        given().get(CATEGORIES + "/" + low.id()).then().body("parent", is((int) top.id()));
    }

    @Test
    void lists_are_filtered_and_sorted() {
        var word = Blog.unique("sorted");
        var top = blog.category(word + " a");
        var b = blog.categoryBelow(top, word + " b");
        var c = blog.category(word + " c");
        blog.published(Blog.unique("Post ")).in(c).write();
        blog.draft(Blog.unique("Draft ")).in(b).write();

        list("search=" + word).body("id", contains(id(top), id(b), id(c)));
        list("search=" + word + "&order=desc").body("id", contains(id(c), id(b), id(top)));
        list("search=" + word + "&orderby=count&order=desc&per_page=1").body("id", contains(id(c)));
        list("search=" + word + "&parent=0").body("id", contains(id(top), id(c)));
        list("search=" + word + "&parent=" + top.id()).body("id", contains(id(b)));
        list("search=" + word + "&hide_empty=true").body("id", contains(id(c)));
        list("search=" + word + "&exclude=" + top.id() + "," + b.id()).body("id", contains(id(c)));
        list("include=" + c.id() + "," + top.id() + "&orderby=include").body("id", contains(id(c), id(top)));
        list("include=" + c.id() + "&exclude=" + c.id()).body("id", contains(id(c)));
        list("slug=" + top.slug() + "," + c.slug()).body("id", contains(id(top), id(c)));
        list("search=" + word + "&per_page=2&page=2")
                .header("X-WP-Total", is("3"))
                .header("X-WP-TotalPages", is("2"))
                .body("id", contains(id(c)));
        list("search=" + word + "&offset=1").body("id", hasSize(3));
        list("search=" + word + "&count").statusCode(200);
        list("include=" + c.id()).body("[0].count", is(1));
        list("include=" + b.id()).body("[0].count", is(0));
    }

    @Test
    void tags_can_be_skipped() {
        var word = Blog.unique("skipped");
        blog.tag(word + " a");
        var b = blog.tag(word + " b");
        var c = blog.tag(word + " c");

        given().get(TAGS + "?search=" + word + "&offset=1&per_page=1")
                .then()
                .header("X-WP-Total", is("3"))
                .body("id", contains(id(b)));
        given().get(TAGS + "?search=" + word + "&offset=-2").then().body("id", contains(id(c)));
        given().get(TAGS + "?search=" + word + "&offset=0&page=3&per_page=1")
                .then()
                .body("id", contains(id(c)));
    }

    @Test
    void a_list_that_skips_some_begins_on_the_page_behind_them() {
        var word = Blog.unique("behind");
        for (var name : List.of("a", "b", "c", "d", "e")) {
            blog.tag(word + " " + name);
        }

        given().get(TAGS + "?search=" + word + "&offset=1&per_page=2")
                .then()
                .header("Link", containsString("page=1>; rel=\"prev\""))
                .header("Link", containsString("page=3>; rel=\"next\""));
        given().get(TAGS + "?search=" + word + "&offset=4&per_page=2")
                .then()
                .header("Link", containsString("page=2>; rel=\"prev\""))
                .header("Link", not(containsString("next")));
    }

    @Test
    void descriptions_sort_without_case_and_those_without_come_first() {
        var word = Blog.unique("described");
        var upper = described(word + " 1", "Banana");
        var lower = described(word + " 2", "apple");
        var last = described(word + " 3", "cherry");
        var none = blog.category(word + " 4");

        list("search=" + word + "&orderby=description").body("id", contains(id(none), lower, upper, last));
    }

    @Test
    void an_order_that_follows_what_was_not_sent_is_by_name() {
        var word = Blog.unique("unlisted");
        var b = blog.category(word + " b");
        var a = blog.category(word + " a");

        list("search=" + word + "&orderby=include").body("id", contains(id(a), id(b)));
        list("search=" + word + "&orderby=include_slugs").body("id", contains(id(a), id(b)));
    }

    private int described(String name, String description) {
        return tokens.as(Role.EDITOR)
                .body(Map.of("name", name, "description", description))
                .post(CATEGORIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void the_terms_of_a_post_are_for_who_may_read_it() {
        var category = blog.category(Blog.unique("Of "));
        var shown = blog.published(Blog.unique("Shown ")).in(category).write();
        var hidden = blog.draft(Blog.unique("Hidden ")).in(category).write();

        list("post=" + shown.id()).body("id", contains(id(category)));
        list("post=" + hidden.id()).statusCode(401).body("code", is("rest_forbidden_context"));
        list("post=999999999").statusCode(400).body("code", is("rest_post_invalid_id"));
        tokens.as(Role.EDITOR).get(CATEGORIES + "?post=" + hidden.id()).then().body("id", contains(id(category)));
    }

    @Test
    void one_kind_is_not_found_at_the_other() {
        var tag = blog.tag(Blog.unique("Kind "));
        given().get(CATEGORIES + "/" + tag.id()).then().statusCode(404).body("code", is("rest_term_invalid"));
    }

    private static int id(Blog.Term term) {
        return Math.toIntExact(term.id());
    }

    private int create(Role role, String list) {
        return tokens.as(role)
                .body(Map.of("name", Blog.unique("By role ")))
                .post(list)
                .statusCode();
    }

    private ValidatableResponse edit(String path, Map<String, ?> body) {
        return tokens.as(Role.EDITOR).body(body).post(path).then();
    }

    private static ValidatableResponse list(String query) {
        return given().get(CATEGORIES + "?" + query).then();
    }

    private static RequestSpecification json(Map<String, ?> body) {
        return given().contentType("application/json").body(body);
    }

    private static void refusedOr(int status, ValidatableResponse answer, String code) {
        answer.statusCode(status);
        if (status != 200) {
            answer.body("code", is(code));
        }
    }

    private static void refused(ValidatableResponse answer, int status, String code, String message) {
        answer.statusCode(status).body("code", is(code), "message", is(message), "data.status", is(status));
    }
}
