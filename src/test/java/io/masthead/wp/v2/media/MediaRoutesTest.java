package io.masthead.wp.v2.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.masthead.kernel.Scope;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Tokens;
import io.masthead.testsupport.Uploads;
import io.masthead.user.Role;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as WordPress' clients know them: read, and what is said of them changed. */
@OnBothDatabases
@QuarkusTest
class MediaRoutesTest {

    private static final String MEDIA = "/wp-json/wp/v2/media";

    private final Tokens tokens = new Tokens();
    private final Uploads uploads = new Uploads();

    private final Blog blog = Blog.ofAdministrator();

    @Test
    void a_file_shows_its_address_and_what_is_said_of_it() {
        var title = Blog.unique("Ferry ");
        var id = picture(title, Role.ADMINISTRATOR, null);

        given().get(MEDIA + "/" + id)
                .then()
                .statusCode(200)
                .body("id", is((int) id))
                .body("title.rendered", is(title), "title", not(hasKey("raw")))
                .body("date", is("2024-05-03T12:00:00"), "date_gmt", is("2024-05-03T12:00:00"))
                .body("type", is("attachment"), "status", is("inherit"))
                .body("media_type", is("image"), "mime_type", is("image/png"))
                .body("source_url", endsWith(".png"), "alt_text", is("Alt"))
                .body("caption.rendered", startsWith("<p>Caption</p>"))
                .body("media_details.width", is(640), "media_details.height", is(480))
                .body("post", nullValue())
                .body("_links.self[0].href", endsWith(MEDIA + "/" + id))
                .body("_links.self[0].targetHints.allow", contains("GET"))
                .body("$", not(hasKey("permalink_template")));
        as(Role.ADMINISTRATOR)
                .get(MEDIA + "/" + id + "?context=edit")
                .then()
                .body("title.raw", is(title), "caption.raw", is("Caption"))
                .body("generated_slug", is(title.toLowerCase(Locale.ROOT).replace(' ', '-')));
    }

    @Test
    void lists_are_narrowed_and_say_how_long_they_are() {
        var word = Blog.unique("Harbour ");
        var one = picture(word + " one", Role.ADMINISTRATOR, null);
        var two = picture(word + " two", Role.ADMINISTRATOR, null);
        var sound = uploads.add(word + " three", "audio/mpeg", tokens.idOf(Role.ADMINISTRATOR), null);

        found("search", word)
                .header("X-WP-Total", "3")
                .header("X-WP-TotalPages", "1")
                .body("id", hasSize(3));
        found("search", word, "media_type", "audio").body("id", contains((int) sound));
        found("search", word, "mime_type", "image/png", "orderby", "id", "order", "asc")
                .body("id", contains((int) one, (int) two));
        found("search", word, "per_page", 1, "page", 2)
                .header("X-WP-TotalPages", "3")
                .header("Link", containsString("rel=\"prev\""))
                .header("Link", containsString("rel=\"next\""));
        found("search", word, "include", one + "," + sound, "orderby", "include")
                .body("id", contains((int) one, (int) sound));
        found("search", word, "exclude", one).body("id", hasSize(2));
        found("search", word, "offset", 2).body("id", hasSize(1));
        found("search", word, "_fields", "id,title.rendered")
                .body("[0].keySet()", hasSize(2))
                .body("[0].title.keySet()", hasSize(1));
    }

    @Test
    void a_search_looks_for_each_word_where_it_is_told_to() {
        var word = Blog.unique("quay");
        var id = picture("The old " + word, Role.ADMINISTRATOR, null);

        found("search", "old " + word).body("id", contains((int) id));
        found("search", word + " old").body("id", contains((int) id));
        found("search", word + " -old").body("$", empty());
        found("search", word + " missing").body("$", empty());
        found("search", word, "search_columns", "post_title").body("id", contains((int) id));
        found("search", word, "search_columns[]", "post_excerpt").body("$", empty());
        found("search", word, "search_semantics", "exact").body("$", empty());
        found("search", "\"the old " + word + "\"", "search_semantics", "exact").body("id", contains((int) id));
        found("search", "%_" + word).body("$", empty());
    }

    @Test
    void in_the_edit_context_it_lists_what_the_caller_may_change() {
        var word = Blog.unique("Pier ");
        var own = picture(word + "own", Role.AUTHOR, null);
        picture(word + "other", Role.ADMINISTRATOR, null);

        as(Role.AUTHOR)
                .queryParam("search", word)
                .queryParam("context", "edit")
                .get(MEDIA)
                .then()
                .statusCode(200)
                .header("X-WP-Total", "1")
                .body("id", contains((int) own));
        as(Role.EDITOR)
                .queryParam("search", word)
                .queryParam("context", "edit")
                .get(MEDIA)
                .then()
                .body("id", hasSize(2));
        refused(given().get(MEDIA + "?context=edit"), 401, "rest_forbidden_context")
                .body("message", is("Sorry, you are not allowed to edit posts in this post type."));
        refused(as(Role.SUBSCRIBER).get(MEDIA + "?context=edit"), 403, "rest_forbidden_context");
    }

    @Test
    void whose_a_file_is_whose_owner_is_not_shown_stays_unknown() {
        var hidden = tokens.newcomer();
        var word = Blog.unique("Weir ");
        var id = uploads.add(word, "image/png", hidden.id(), null);

        given().get(MEDIA + "/" + id).then().body("author", is(0));
        found("search", word, "author", hidden.id()).body("$", empty());
        found("search", word, "author_exclude", hidden.id()).body("id", contains((int) id));
        found("search", word, "orderby", "author").body("id", contains((int) id));
        as(Role.ADMINISTRATOR)
                .queryParam("search", word)
                .queryParam("author", hidden.id())
                .get(MEDIA)
                .then()
                .body("id", contains((int) id));
        as(Role.ADMINISTRATOR)
                .queryParam("search", word)
                .queryParam("author_exclude", hidden.id())
                .get(MEDIA)
                .then()
                .body("$", empty());
    }

    @DisabledOnIntegrationTest("An import brings files to the posts of its own file alone.")
    @Test
    void what_was_uploaded_to_a_hidden_post_is_hidden_too() {
        var draft = blog.draft(Blog.unique("Draft ")).write();
        var word = Blog.unique("Slip ");
        var id = picture(word, Role.ADMINISTRATOR, draft.id());

        refused(given().get(MEDIA + "/" + id), 404, "rest_post_invalid_id").body("message", is("Invalid post ID."));
        found("search", word).header("X-WP-Total", "0").body("$", empty());
        as(Role.ADMINISTRATOR).get(MEDIA + "/" + id).then().statusCode(200);
    }

    @Test
    void what_is_said_of_a_file_can_be_changed() {
        var id = picture(Blog.unique("Mole "), Role.AUTHOR, null);
        var title = Blog.unique("Breakwater ");

        as(Role.AUTHOR)
                .body(Map.of(
                        "title",
                        title,
                        "alt_text",
                        "A wall",
                        "caption",
                        Map.of("raw", "In <b>rain</b><script>x()</script>"),
                        "description",
                        "<p onclick='x()'>Long</p>"))
                .put(MEDIA + "/" + id)
                .then()
                .statusCode(200)
                .body("title.raw", is(title))
                .body("caption.raw", is("In <b>rain</b>"))
                .body("description.raw", is("<p>Long</p>"));
        given().get(MEDIA + "/" + id).then().body("alt_text", is("A wall"), "title.rendered", is(title));
    }

    @Test
    void its_slug_date_post_and_author_can_be_changed() {
        var id = picture(Blog.unique("Jetty "), Role.AUTHOR, null);
        var former = given().get(MEDIA + "/" + id).<String>path("slug");
        var slug = Blog.unique("lock-");
        var own = Blog.of(tokens.of(Role.AUTHOR)).draft(Blog.unique("Own ")).write();

        as(Role.AUTHOR)
                .body(Map.of("slug", slug, "date", "2020-01-02T03:04:05", "post", own.id()))
                .post(MEDIA + "/" + id)
                .then()
                .statusCode(200)
                .body("slug", is(slug), "date", is("2020-01-02T03:04:05"))
                .body("post", is((int) own.id()));
        as(Role.AUTHOR)
                .body(Map.of("post", 0, "slug", ""))
                .post(MEDIA + "/" + id)
                .then()
                .statusCode(200)
                .body("post", nullValue(), "slug", is(former));
        var taken = picture(Blog.unique("Dock "), Role.AUTHOR, null);
        as(Role.AUTHOR)
                .body(Map.of("slug", former))
                .post(MEDIA + "/" + taken)
                .then()
                .body("slug", is(former + "-2"));
        var editor = tokens.idOf(Role.EDITOR);
        as(Role.EDITOR)
                .body(Map.of("author", editor))
                .post(MEDIA + "/" + id)
                .then()
                .statusCode(200);
        refused(as(Role.AUTHOR).body(Map.of("title", "Mine")).post(MEDIA + "/" + id), 403, "rest_cannot_edit");
    }

    @Test
    void a_change_that_may_not_be_made_changes_nothing() {
        var title = Blog.unique("Wharf ");
        var id = picture(title, Role.AUTHOR, null);
        var others = blog.draft(Blog.unique("Other ")).write();

        invalid(Map.of("title", "New", "post", others.id()), id, "post");
        invalid(Map.of("title", "New", "post", 987_654_321), id, "post");
        invalid(Map.of("title", "New", "status", "private"), id, "status");
        invalid(Map.of("title", "New", "status", "bogus"), id, "status");
        invalid(Map.of("title", "New", "alt_text", "x".repeat(20_001)), id, "alt_text");
        invalid(Map.of("title", "x".repeat(501)), id, "title");
        invalid(Map.of("title", "New", "caption", "<b>".repeat(3_000)), id, "caption");
        invalid(Map.of("title", "New", "date", "yesterday"), id, "date");
        invalid(Map.of("title", "New", "author", "me"), id, "author");
        as(Role.EDITOR)
                .body(Map.of("title", "New", "author", 987_654_321))
                .post(MEDIA + "/" + id)
                .then()
                .statusCode(400)
                .body("data.params", hasKey("author"));
        as(Role.AUTHOR)
                .body(Map.of("title", "New", "author", 1))
                .post(MEDIA + "/" + id)
                .then()
                .statusCode(403);

        as(Role.AUTHOR)
                .get(MEDIA + "/" + id + "?context=edit")
                .then()
                .body("title.raw", is(title), "post", nullValue());
    }

    @Test
    void only_who_owns_a_file_or_edits_all_changes_it() {
        var id = picture(Blog.unique("Crane "), Role.AUTHOR, null);
        var change = Map.of("title", "Taken");

        refused(body(change).put(MEDIA + "/" + id), 401, "rest_cannot_edit")
                .body("message", is("Sorry, you are not allowed to edit this post."));
        refused(as(Role.CONTRIBUTOR).body(change).put(MEDIA + "/" + id), 403, "rest_cannot_edit");
        refused(as(Role.EDITOR).body(change).put(MEDIA + "/987654321"), 404, "rest_post_invalid_id");
        as(Role.EDITOR).body(change).put(MEDIA + "/" + id).then().statusCode(200);
        refused(as(Role.CONTRIBUTOR).get(MEDIA + "/" + id + "?context=edit"), 403, "rest_forbidden_context");
    }

    @Test
    void a_token_for_media_alone_changes_and_deletes_files_and_attaches_none() {
        var id = picture(Blog.unique("Buoy "), Role.AUTHOR, null);
        var path = MEDIA + "/" + id;
        // Published, since such a token reads no drafts, and so no files of drafts.
        var own = Blog.of(tokens.of(Role.AUTHOR)).published(Blog.unique("Own ")).write();

        withScopes(Scope.MEDIA_WRITE)
                .body(Map.of("title", "Renamed"))
                .put(path)
                .then()
                .statusCode(200)
                .body("title.raw", is("Renamed"));
        assertThat(withScopes(Scope.MEDIA_WRITE)
                        .body(Map.of("title", "Attached", "post", own.id()))
                        .put(path)
                        .statusCode())
                .isEqualTo(403);
        as(Role.AUTHOR).get(path + "?context=edit").then().body("title.raw", is("Renamed"), "post", nullValue());
        assertThat(withScopes(Scope.CONTENT_WRITE)
                        .body(Map.of("title", "Taken"))
                        .put(path)
                        .statusCode())
                .isEqualTo(403);
        assertThat(withScopes(Scope.CONTENT_WRITE).delete(path + "?force=true").statusCode())
                .isEqualTo(403);
        withScopes(Scope.MEDIA_WRITE, Scope.CONTENT_WRITE)
                .body(Map.of("post", own.id()))
                .put(path)
                .then()
                .statusCode(200)
                .body("title.raw", is("Renamed"), "post", is((int) own.id()));
        withScopes(Scope.MEDIA_WRITE)
                .delete(path + "?force=true")
                .then()
                .statusCode(200)
                .body("deleted", is(true));
        refused(as(Role.AUTHOR).get(path), 404, "rest_post_invalid_id");
    }

    private RequestSpecification withScopes(Scope... scopes) {
        return given().auth()
                .preemptive()
                .oauth2(tokens.scoped(Role.AUTHOR, scopes))
                .contentType(ContentType.JSON);
    }

    @Test
    void a_status_that_says_nothing_changes_nothing() {
        var id = picture(Blog.unique("Float "), Role.AUTHOR, null);
        as(Role.AUTHOR)
                .body(Map.of("status", "publish", "title", "Renamed"))
                .put(MEDIA + "/" + id)
                .then()
                .statusCode(200)
                .body("status", is("inherit"), "title.raw", is("Renamed"));
    }

    @Test
    void sizes_that_there_are_not_are_told_to_who_edits() {
        var id = picture(Blog.unique("Sizes "), Role.AUTHOR, null);
        as(Role.AUTHOR)
                .get(MEDIA + "/" + id + "?context=edit")
                .then()
                .body("missing_image_sizes", contains("thumbnail", "medium"))
                .body("image_output_format", nullValue(), "image_save_progressive", is(false));
        given().get(MEDIA + "/" + id).then().body("$", not(hasKey("missing_image_sizes")));
        var sound = uploads.add(Blog.unique("Sound "), "audio/mpeg", tokens.idOf(Role.AUTHOR), null);
        as(Role.AUTHOR)
                .get(MEDIA + "/" + sound + "?context=edit")
                .then()
                .body("missing_image_sizes", empty(), "$", not(hasKey("image_quality")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    per_page=0               | per_page
                    per_page=101             | per_page
                    page=0                   | page
                    orderby=size             | orderby
                    order=up                 | order
                    media_type=smell         | media_type
                    after=soon               | after
                    include=x                | include
                    status=private           | status
                    search_columns=guid      | search_columns
                    search_semantics=fuzzy   | search_semantics
                    context=help             | context\
                    """)
    void parameters_are_checked(String query, String parameter) {
        given().get(MEDIA + "?" + query)
                .then()
                .statusCode(400)
                .body("code", is("rest_invalid_param"))
                .body("message", is("Invalid parameter(s): " + parameter))
                .body("data.params", hasKey(parameter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/99999999999999999999999", "/9223372036854775807", "/9223372036854775808?context=edit"})
    void ids_that_nothing_has_are_not_found(String path) {
        refused(given().get(MEDIA + path), 404, "rest_post_invalid_id");
    }

    @Test
    void a_file_is_deleted_for_good_and_leaves_posts_without_their_picture() {
        var title = Blog.unique("Gone ");
        var id = picture(title, Role.AUTHOR, null);
        var post = blog.published(Blog.unique("Shows it "))
                .with("featuredMediaId", id)
                .write();
        var path = MEDIA + "/" + id;

        as(Role.AUTHOR)
                .get(path)
                .then()
                .body("_links.self[0].targetHints.allow", contains("GET", "POST", "PUT", "PATCH", "DELETE"));
        refused(given().delete(path + "?force=true"), 401, "rest_cannot_delete");
        refused(as(Role.CONTRIBUTOR).delete(path + "?force=true"), 403, "rest_cannot_delete");
        refused(as(Role.AUTHOR).delete(path), 501, "rest_trash_not_supported");
        as(Role.AUTHOR)
                .delete(path + "?force=true")
                .then()
                .statusCode(200)
                .body("deleted", is(true), "previous.id", is((int) id))
                .body("previous.title.raw", is(title), "previous", not(hasKey("_links")));

        refused(given().get(path), 404, "rest_post_invalid_id");
        refused(as(Role.AUTHOR).delete(path + "?force=true"), 404, "rest_post_invalid_id");
        given().get("/wp-json/wp/v2/posts/" + post.id())
                .then()
                .body("featured_media", is(0), "_links", not(hasKey("wp:featuredmedia")));
        given().get("/api/v1/posts/" + post.id()).then().body("featuredMedia", nullValue());
    }

    @Test
    void what_a_picture_shows_is_said_without_tags_on_one_line() {
        var id = picture(Blog.unique("Alt "), Role.AUTHOR, null);
        as(Role.AUTHOR)
                .body(Map.of("alt_text", "<b>The</b> ferry\n&amp; <img src=x onerror=alert(1)> pier"))
                .put(MEDIA + "/" + id);
        given().get(MEDIA + "/" + id).then().body("alt_text", is("The ferry &amp; pier"));
        given().get("/api/v1/media/" + id).then().body("altText", is("The ferry & pier"));
    }

    @Test
    void nobody_deletes_a_file_of_somebody_else() {
        var id = picture(Blog.unique("Kept "), Role.EDITOR, null);
        refused(as(Role.AUTHOR).delete(MEDIA + "/" + id + "?force=true"), 403, "rest_cannot_delete");
        given().get(MEDIA + "/" + id).then().statusCode(200);
    }

    @Test
    void an_order_that_follows_what_was_not_sent_is_by_date() {
        found("orderby", "include_slugs", "per_page", 1).body("$", hasSize(1));
        found("orderby", "parent", "order", "asc", "per_page", 1).body("[0].post", nullValue());
    }

    @Test
    void behind_the_last_page_there_is_nothing() {
        var word = Blog.unique("Buoy ");
        picture(word, Role.ADMINISTRATOR, null);

        given().queryParam("search", word)
                .queryParam("page", 2)
                .get(MEDIA)
                .then()
                .statusCode(400)
                .body("code", is("rest_post_invalid_page_number"))
                .body("message", is("The page number requested is larger than the number of pages" + " available."));
        given().queryParam("search", word)
                .queryParam("page", Long.MAX_VALUE)
                .get(MEDIA)
                .then()
                .statusCode(400);
    }

    private ValidatableResponse found(Object... parameters) {
        var request = given();
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam((String) parameters[i], parameters[i + 1]);
        }
        return request.get(MEDIA).then().statusCode(200);
    }

    private void invalid(Map<String, ?> change, long id, String parameter) {
        var answer = as(Role.AUTHOR).body(change).post(MEDIA + "/" + id);
        assertThat(answer.statusCode())
                .as("%s: %s", parameter, answer.asString())
                .isEqualTo(400);
        answer.then().body("code", is("rest_invalid_param")).body("data.params.keySet()", contains(parameter));
    }

    private static ValidatableResponse refused(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        return answer.then().body("code", is(code)).body("data.status", is(status));
    }

    private static RequestSpecification body(Object body) {
        return given().contentType(ContentType.JSON).body(body);
    }

    private RequestSpecification as(Role role) {
        return tokens.as(role);
    }

    private long picture(String title, Role owner, Long postId) {
        return uploads.add(title, "image/png", tokens.idOf(owner), postId);
    }
}
