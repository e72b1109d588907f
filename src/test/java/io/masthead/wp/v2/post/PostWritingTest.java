package io.masthead.wp.v2.post;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.InProcess;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What writers may do to posts at {@code /wp-json/wp/v2/posts}, and how they are refused. */
@QuarkusTest
class PostWritingTest {

    private static final String POSTS = "/wp-json/wp/v2/posts";

    private final Blog blog = Blog.ofAdministrator();

    private final Tokens tokens = new Tokens();

    @Test
    void what_is_written_is_answered_as_editors_see_it() {
        var title = Blog.unique("Fresh ");

        create(Role.AUTHOR, Map.of("title", title, "content", "One.\n\nTwo.", "status", "publish"))
                .statusCode(201)
                .header("Location", startsWith(POSTS + "/"))
                .body("status", is("publish"))
                .body("title.raw", is(title))
                .body("content.raw", is("One.\n\nTwo."))
                .body("content.rendered", is("<p>One.</p>\n<p>Two.</p>\n"))
                .body("generated_slug", is(title.toLowerCase(Locale.ROOT).replace(' ', '-')))
                .body("_links", hasKey("wp:action-publish"))
                .body("_links", not(hasKey("wp:action-assign-author")));
    }

    @Test
    void a_post_that_names_no_status_is_a_draft_without_a_slug() {
        create(Role.CONTRIBUTOR, Map.of("title", "Later"))
                .statusCode(201)
                .body("status", is("draft"))
                .body("slug", is(""))
                .body("link", containsString("?p="))
                .body("categories.size()", is(1));
    }

    @ParameterizedTest
    @CsvSource({
        "SUBSCRIBER, draft, rest_cannot_create",
        "CONTRIBUTOR, publish, rest_cannot_publish",
        "CONTRIBUTOR, private, rest_cannot_publish",
        "CONTRIBUTOR, future, rest_cannot_publish",
    })
    void roles_write_no_further_than_they_may(Role role, String status, String code) {
        create(role, Map.of("title", "x", "status", status)).statusCode(403).body("code", is(code));
    }

    @Test
    void a_guest_writes_nothing() {
        given().contentType(ContentType.JSON)
                .body(Map.of("title", "x"))
                .post(POSTS)
                .then()
                .statusCode(401)
                .body("code", is("rest_cannot_create"));
    }

    @Test
    void a_create_is_refused_in_the_words_of_wordpress() {
        refused(Map.of(), 400, "empty_content");
        refused(Map.of("title", 5), 400, "empty_content");
        refused(Map.of("id", 5, "title", "x"), 400, "rest_post_exists");
        refused(Map.of("title", "x", "author", 999_999), 403, "rest_cannot_edit_others");
        refused(Map.of("title", "x", "sticky", true, "password", "x"), 400, "rest_invalid_field");
        refused(Map.of("title", "x", "status", "trash"), 400, "rest_invalid_param");
        refused(Map.of("title", "x", "date", "tomorrow"), 400, "rest_invalid_param");
        refused(Map.of("title", "x", "meta", "text"), 400, "rest_invalid_param");
        refused(Map.of("title", "x", "template", "nope"), 400, "rest_invalid_param");
        refused(Map.of("title", "x".repeat(501)), 400, "rest_invalid_param");
        create(Role.CONTRIBUTOR, Map.of("title", "x", "sticky", true))
                .statusCode(403)
                .body("code", is("rest_cannot_assign_sticky"));
        create(Role.EDITOR, Map.of("title", "x", "author", 999_999))
                .statusCode(400)
                .body("code", is("rest_invalid_author"));
    }

    @Test
    void a_date_decides_whether_a_post_is_out() {
        create(Role.AUTHOR, Map.of("title", "a", "status", "publish", "date", "2099-01-01T00:00:00"))
                .body("status", is("future"))
                .body("date", is("2099-01-01T00:00:00"));
        var id = create(Role.AUTHOR, Map.of("title", "b", "status", "future", "date_gmt", "2020-01-01T00:00:00"))
                .body("status", is("publish"))
                .extract()
                .<Integer>path("id");
        update(Role.AUTHOR, id, Map.of("date", "2099-01-01T00:00:00")).body("status", is("future"));
    }

    @Test
    void a_slug_in_use_gets_a_number_also_for_a_draft() {
        var post = blog.published(Blog.unique("Taken ")).write();

        create(Role.AUTHOR, Map.of("title", "x", "status", "publish", "slug", post.slug()))
                .body("slug", is(post.slug() + "-2"));
        create(Role.AUTHOR, Map.of("title", "x", "slug", post.slug())).body("slug", is(post.slug() + "-3"));
    }

    @Test
    void unknown_terms_and_media_are_dropped_and_the_rest_is_kept() {
        var tag = blog.tag(Blog.unique("kept "));

        create(
                        Role.AUTHOR,
                        Map.of(
                                "title",
                                "x",
                                "tags",
                                List.of(999_999, tag.id()),
                                "categories",
                                List.of(999_999),
                                "featured_media",
                                999_999))
                .statusCode(201)
                .body("tags", contains((int) tag.id()))
                .body("categories", empty())
                .body("featured_media", is(0));
    }

    @Test
    void a_title_may_hold_markup_and_text_is_cleaned_for_everybody() {
        create(
                        Role.EDITOR,
                        Map.of(
                                "title",
                                "An <em>old</em> tale<script>x</script>",
                                "content",
                                "<p>Hi<script>alert(1)</script></p>"))
                .body("title.rendered", is("An <em>old</em> tale"))
                .body("content.rendered", is("<p>Hi</p>\n"));
    }

    @Test
    void what_runs_is_stored_for_nobody_and_what_does_not_stays_as_it_was_written() {
        var blocks = """
                <!-- wp:paragraph {"align":"center"} -->
                <p class='has-text-align-center'>Hi<br />&nbsp;there</p>
                <!-- /wp:paragraph -->\
                """;
        for (var role : new Role[] {Role.AUTHOR, Role.ADMINISTRATOR}) {
            int id = create(
                            role,
                            Map.of(
                                    "content",
                                    blocks + "<script>alert(1)</script><p" + " onclick=\"x\">y</p>",
                                    "excerpt",
                                    "<img src=x onerror=alert(1)>Short"))
                    .body("content.raw", is(blocks + "<p>y</p>"))
                    .body("excerpt.raw", is("<img src=x>Short"))
                    .extract()
                    .path("id");
            tokens.as(role).get("/api/v1/posts/" + id).then().body("content.source", is(blocks + "<p>y</p>"));
            update(role, id, Map.of("content", blocks)).body("content.raw", is(blocks));
            tokens.as(role)
                    .body(Map.of("content", blocks + "<form>z</form>"))
                    .post(POSTS + "/" + id + "/autosaves")
                    .then()
                    .body("content.raw", is(blocks + "z"));
        }
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void a_row_from_before_sources_were_filtered_is_read_without_what_runs() {
        var post = blog.published(Blog.unique("Old ")).write();
        QuarkusTransaction.requiringNew()
                .run(() -> InProcess.bean(EntityManager.class)
                        .createNativeQuery("update post_body set format = 'WORDPRESS', source"
                                + " = '<p>a</p><script>alert(1)</script>' where"
                                + " post_id = :id")
                        .setParameter("id", post.id())
                        .executeUpdate());

        tokens.as(Role.EDITOR)
                .get(POSTS + "/" + post.id() + "?context=edit")
                .then()
                .body("content.raw", is("<p>a</p>"));
        blog.asking().get(post.path()).then().body("content.source", is("<p>a</p>"));
    }

    @Test
    void the_path_says_which_post_is_changed_and_no_body_does() {
        var id = create(Role.AUTHOR, Map.of("title", "mine")).extract().<Integer>path("id");
        var other = blog.published("other").write();

        update(Role.AUTHOR, id, Map.of("id", other.id(), "title", "changed"))
                .statusCode(200)
                .body("id", is(id))
                .body("title.raw", is("changed"));
        given().get(POSTS + "/" + other.id()).then().body("title.rendered", is("other"));
    }

    @Test
    void posts_of_others_are_changed_by_editors_only() {
        var post = blog.published("Theirs").write();

        update(Role.AUTHOR, (int) post.id(), Map.of("title", "x"))
                .statusCode(403)
                .body("code", is("rest_cannot_edit"));
        update(Role.EDITOR, (int) post.id(), Map.of("excerpt", "Short"))
                .statusCode(200)
                .body("excerpt.rendered", is("<p>Short</p>\n"));
        update(Role.EDITOR, 999_999, Map.of("title", "x")).statusCode(404).body("code", is("rest_post_invalid_id"));
        as(Role.AUTHOR).delete(POSTS + "/" + post.id()).then().statusCode(403).body("code", is("rest_cannot_delete"));
    }

    @Test
    void what_is_trashed_is_marked_can_be_changed_and_comes_back_with_a_status() {
        var title = Blog.unique("Bin ");
        var id = create(Role.AUTHOR, Map.of("title", title, "status", "publish"))
                .extract()
                .<Integer>path("id");

        as(Role.AUTHOR)
                .delete(POSTS + "/" + id)
                .then()
                .statusCode(200)
                .body("status", is("trash"))
                .body("slug", endsWith("__trashed"));
        as(Role.AUTHOR).delete(POSTS + "/" + id).then().statusCode(410).body("code", is("rest_already_trashed"));
        update(Role.AUTHOR, id, Map.of("excerpt", "In the bin"))
                .statusCode(200)
                .body("status", is("trash"))
                .body("excerpt.raw", is("In the bin"));
        update(Role.AUTHOR, id, Map.of("status", "publish"))
                .body("status", is("publish"))
                .body("slug", is(title.toLowerCase(Locale.ROOT).replace(' ', '-')));
    }

    @Test
    void what_is_deleted_for_good_is_shown_once_more() {
        var id = create(Role.AUTHOR, Map.of("title", "Gone")).extract().<Integer>path("id");

        as(Role.AUTHOR)
                .delete(POSTS + "/" + id + "?force=true")
                .then()
                .statusCode(200)
                .body("deleted", is(true))
                .body("previous.id", is(id))
                .body("previous", not(hasKey("_links")));
        as(Role.AUTHOR).get(POSTS + "/" + id).then().statusCode(404);
    }

    @Test
    void a_sticky_post_takes_no_password() {
        var id = create(Role.EDITOR, Map.of("title", "x", "sticky", true))
                .extract()
                .<Integer>path("id");

        update(Role.EDITOR, id, Map.of("password", "x"))
                .statusCode(400)
                .body("code", is("rest_invalid_field"))
                .body("message", is("A sticky post can not be password protected."));
    }

    @Test
    void custom_fields_are_stored_whether_a_plug_in_registers_them_or_not() {
        create(Role.AUTHOR, Map.of("title", "x", "meta", Map.of("color", "red"), "acf", Map.of("a", 1)))
                .statusCode(201)
                .body("meta.color", is("red"), "acf.a", is(1));
    }

    @Test
    void footnotes_are_kept() {
        create(Role.AUTHOR, Map.of("title", "x", "meta", Map.of("footnotes", "[]", "other", 1)))
                .body("meta", is(Map.of("footnotes", "[]", "other", 1)));
    }

    @Test
    void a_page_stands_below_another_and_never_below_itself() {
        var above = page(Map.of("title", Blog.unique("Above "), "status", "publish"));
        var below = page(Map.of("title", Blog.unique("Below "), "status", "publish", "parent", above, "menu_order", 3));

        given().get("/wp-json/wp/v2/pages/" + below + "?_embed=up")
                .then()
                .body("parent", is(above))
                .body("menu_order", is(3))
                .body("$", not(hasKey("sticky")))
                .body("$", not(hasKey("categories")))
                .body("_links.up[0].embeddable", is(true))
                .body("_embedded.up[0].id", is(above));
        as(Role.EDITOR)
                .body(Map.of("parent", below))
                .put("/wp-json/wp/v2/pages/" + above)
                .then()
                .statusCode(200)
                .body("parent", is(0));
        as(Role.EDITOR)
                .body(Map.of("title", "x", "parent", 999_999))
                .post("/wp-json/wp/v2/pages")
                .then()
                .statusCode(400)
                .body("code", is("rest_post_invalid_id"))
                .body("message", is("Invalid post parent ID."));
        as(Role.AUTHOR)
                .body(Map.of("title", "x"))
                .post("/wp-json/wp/v2/pages")
                .then()
                .statusCode(403)
                .body("code", is("rest_cannot_create"));
        given().get("/wp-json/wp/v2/pages?parent=" + above + "&_fields=id")
                .then()
                .body("id", contains(below));
    }

    @Test
    void callers_are_told_what_they_may_do() {
        var post = blog.published("Allowed").write();

        assertThat(given().options(POSTS).header("Allow")).isEqualTo("GET");
        assertThat(as(Role.CONTRIBUTOR).options(POSTS).header("Allow")).isEqualTo("GET, POST");
        assertThat(as(Role.EDITOR).options(POSTS + "/" + post.id()).header("Allow"))
                .isEqualTo("GET, POST, PUT, PATCH, DELETE");
        given().options(POSTS)
                .then()
                .body("schema.title", is("post"))
                .body("schema.properties.sticky.type", is("boolean"))
                .body("schema.links[0].href", endsWith("/wp-json/wp/v2/posts/{id}"))
                .body("endpoints[1].args.title.type", is("object"));
    }

    private int page(Map<String, Object> fields) {
        return as(Role.EDITOR)
                .body(fields)
                .post("/wp-json/wp/v2/pages")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void refused(Map<String, Object> fields, int status, String code) {
        create(Role.AUTHOR, fields).statusCode(status).body("code", is(code));
    }

    private ValidatableResponse create(Role role, Map<String, Object> fields) {
        return as(role).body(fields).post(POSTS).then();
    }

    private ValidatableResponse update(Role role, int id, Map<String, Object> fields) {
        return as(role).body(fields).put(POSTS + "/" + id).then();
    }

    private RequestSpecification as(Role role) {
        return given().auth().preemptive().oauth2(tokens.of(role)).contentType(ContentType.JSON);
    }
}
