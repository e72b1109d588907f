package io.masthead.wp.v2.revision;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a post was before, and what somebody has not saved yet, as WordPress' editors ask for it.
 */
@OnBothDatabases
@QuarkusTest
class RevisionRoutesTest {

    private static final String POSTS = "/wp-json/wp/v2/posts/";
    private static final String PAGES = "/wp-json/wp/v2/pages/";

    private final Tokens tokens = new Tokens();

    private final Blog blog = Blog.ofAdministrator();
    private Blog.Content post;

    @BeforeEach
    void a_post_that_was_changed_twice() {
        post = blog.published("First").saying("One").write();
        change(post, Map.of("title", "Second"));
        change(post, Map.of("title", "Third"));
    }

    @Test
    void each_save_can_be_read_latest_first() {
        var list = editor("")
                .statusCode(200)
                .header("X-WP-Total", "2")
                .header("X-WP-TotalPages", "1")
                .body("title.rendered", contains("Third", "Second"))
                .body("parent", contains((int) post.id(), (int) post.id()))
                .body("slug", contains(post.id() + "-revision-v1", post.id() + "-revision-v1"))
                .body("[0]._links.parent[0].href", endsWith(POSTS + post.id()))
                .body("[0].title", not(hasKey("raw")));
        int latest = list.extract().path("[0].id");

        editor("/" + latest + "?context=edit")
                .statusCode(200)
                .body("id", is(latest), "title.raw", is("Third"))
                .body("content.raw", is("One"), "content.rendered", containsString("<p>One</p>"));
        given().get(POSTS + post.id())
                .then()
                .body("_links.'version-history'[0].count", is(2))
                .body("_links.'predecessor-version'[0].id", is(latest));
    }

    @Test
    void pages_have_them_too() {
        var page = blog.page("One").with("status", "published").write();
        change(page, Map.of("title", "Two"));

        tokens.as(Role.EDITOR)
                .get(PAGES + page.id() + "/revisions")
                .then()
                .statusCode(200)
                .body("title.rendered", contains("Two"));
        refused(tokens.as(Role.EDITOR).get(POSTS + page.id() + "/revisions"), 404, "rest_post_invalid_parent");
    }

    @Test
    void a_list_is_paged_sorted_and_narrowed() {
        editor("?per_page=1&page=2")
                .header("X-WP-TotalPages", "2")
                .header("Link", containsString("rel=\"prev\""))
                .body("title.rendered", contains("Second"));
        editor("?per_page=1&offset=1").body("title.rendered", contains("Second"));
        editor("?order=asc").body("title.rendered", contains("Second", "Third"));
        editor("?orderby=title&order=asc").body("title.rendered", contains("Second", "Third"));
        editor("?search=third").body("title.rendered", contains("Third"));
        int first = editor("?order=asc").extract().path("[0].id");
        editor("?include=" + first).body("id", contains(first));
        editor("?exclude=" + first).body("id", not(hasItem(first)));
    }

    @ParameterizedTest
    @CsvSource({
        "?per_page=1&page=3, 400, rest_revision_invalid_page_number",
        "?per_page=1&offset=2, 400, rest_revision_invalid_offset_number",
        "?per_page=101, 400, rest_invalid_param",
        "?orderby=author, 400, rest_invalid_param",
        "/987654321, 404, rest_post_invalid_id"
    })
    void what_is_not_there_is_refused_in_the_words_clients_know(String tail, int status, String code) {
        refused(tokens.as(Role.EDITOR).get(POSTS + post.id() + "/revisions" + tail), status, code);
    }

    @Test
    void a_revision_of_another_post_is_not_shown() {
        var other = blog.published("Other").write();
        change(other, Map.of("title", "Changed"));
        int foreign =
                tokens.as(Role.EDITOR).get(POSTS + other.id() + "/revisions").path("[0].id");

        refused(
                        tokens.as(Role.EDITOR).get(POSTS + post.id() + "/revisions/" + foreign),
                        404,
                        "rest_revision_parent_id_mismatch")
                .body(
                        "message",
                        is("The revision does not belong to the specified parent with id of"
                                + " \""
                                + post.id()
                                + "\""));
    }

    @Test
    void only_who_may_change_a_post_sees_what_it_was() {
        var path = POSTS + post.id() + "/revisions";

        refused(given().get(path), 401, "rest_cannot_read")
                .body("message", is("Sorry, you are not allowed to view revisions of this post."));
        refused(tokens.as(Role.AUTHOR).get(path), 403, "rest_cannot_read");
        refused(tokens.as(Role.SUBSCRIBER).get(path), 403, "rest_cannot_read");
        refused(given().get(POSTS + "987654321/revisions"), 404, "rest_post_invalid_parent")
                .body("message", is("Invalid post parent ID."));
    }

    @Test
    void nobody_deletes_one() {
        int latest = editor("").extract().path("[0].id");
        var path = POSTS + post.id() + "/revisions/" + latest + "?force=true";

        refused(given().delete(path), 401, "rest_cannot_delete");
        refused(tokens.as(Role.ADMINISTRATOR).delete(path), 403, "rest_cannot_delete")
                .body("message", is("Sorry, you are not allowed to delete this revision."));
        editor("/" + latest).statusCode(200);
    }

    @Test
    void what_an_editor_has_not_saved_is_kept_beside_the_post() {
        var path = POSTS + post.id() + "/autosaves";
        var kept = tokens.as(Role.EDITOR)
                .body(Map.of(
                        "title",
                        "Unsaved",
                        "content",
                        Map.of("raw", "<p>Two</p>"),
                        "status",
                        "publish",
                        "categories",
                        new int[] {1}))
                .post(path);
        kept.then()
                .statusCode(200)
                .body("title.raw", is("Unsaved"), "content.raw", is("<p>Two</p>"))
                .body("slug", is(post.id() + "-autosave-v1"));
        int id = kept.path("id");

        given().get(POSTS + post.id()).then().body("title.rendered", is("Third"));
        tokens.as(Role.EDITOR).get(path).then().body("id", contains(id));
        tokens.as(Role.EDITOR).get(path + "/" + id).then().body("id", is(id), "parent", is((int) post.id()));
        tokens.as(Role.EDITOR).body(Map.of("title", "Again")).post(path).then().body("id", is(id));
        refused(tokens.as(Role.ADMINISTRATOR).get(path + "/" + id), 404, "rest_post_no_autosave");
    }

    @Test
    void a_draft_takes_its_own_autosave() {
        var draft = blog.draft("Draft").write();

        blog.asking()
                .body(Map.of("title", "Better"))
                .post(POSTS + draft.id() + "/autosaves")
                .then()
                .statusCode(200)
                .body("id", is((int) draft.id()));
        blog.asking().get(POSTS + draft.id() + "?context=edit").then().body("title.raw", is("Better"));
        blog.asking().get(POSTS + draft.id() + "/autosaves").then().body("$", empty());

        blog.asking()
                .body(Map.of("title", "An <em>old</em> tale", "content", "One.\n\nTwo."))
                .post(POSTS + draft.id() + "/autosaves")
                .then()
                .statusCode(200);
        blog.asking()
                .get(POSTS + draft.id() + "?context=edit")
                .then()
                .body("title.raw", is("An <em>old</em> tale"))
                .body("content.rendered", is("<p>One.</p>\n<p>Two.</p>\n"));
    }

    @Test
    void a_title_comes_back_with_its_markup() {
        var path = POSTS + post.id();
        blog.asking().body(Map.of("title", "An <em>old</em> tale")).post(path);
        int marked = editor("").extract().path("[0].id");
        blog.asking().body(Map.of("title", "An old tale")).post(path);

        blog.asking()
                .post(post.path() + "/revisions/" + marked + "/restore")
                .then()
                .statusCode(200);
        blog.asking().get(path + "?context=edit").then().body("title.raw", is("An <em>old</em> tale"));
    }

    @Test
    void what_is_too_complex_to_publish_can_be_kept_and_is_shown_as_it_was_written() {
        var path = POSTS + post.id() + "/autosaves";
        blog.asking()
                .body(Map.of("excerpt", "<b>".repeat(400)))
                .post(path)
                .then()
                .statusCode(200);

        blog.asking()
                .get(path + "?context=edit")
                .then()
                .statusCode(200)
                .body("$", hasSize(1))
                .body("[0].excerpt.raw", is("<b>".repeat(400)))
                .body("[0].excerpt.rendered", containsString("&lt;b&gt;"));
    }

    @Test
    void who_may_not_change_a_post_keeps_nothing_beside_it() {
        var path = POSTS + post.id() + "/autosaves";

        refused(given().contentType("application/json").body("{}").post(path), 401, "rest_cannot_edit")
                .body("message", is("Sorry, you are not allowed to edit this post."));
        refused(tokens.as(Role.AUTHOR).body(Map.of("title", "x")).post(path), 403, "rest_cannot_edit");
        refused(given().get(path), 401, "rest_cannot_read")
                .body("message", is("Sorry, you are not allowed to view autosaves of this post."));
        refused(blog.asking().body(Map.of("status", "bogus")).post(path), 400, "rest_invalid_param");
    }

    private static void change(Blog.Content content, Map<String, ?> fields) {
        Blog.ofAdministrator()
                .asking()
                .body(fields)
                .patch(content.path())
                .then()
                .statusCode(200);
    }

    private ValidatableResponse editor(String tail) {
        return tokens.as(Role.EDITOR)
                .get(POSTS + post.id() + "/revisions" + tail)
                .then();
    }

    private static ValidatableResponse refused(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        return answer.then().body("code", is(code)).body("data.status", is(status));
    }
}
