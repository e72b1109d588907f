package io.masthead.api.v1.post;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.kernel.Scope;
import io.masthead.testsupport.Account;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a post said before, as clients read and restore it. */
@OnBothDatabases
@QuarkusTest
class RevisionResourceTest {

    private final Tokens tokens = new Tokens();

    private final Blog blog = Blog.ofAdministrator();

    @Test
    void a_new_post_has_no_revisions() {
        var post = blog.published(title()).saying("One").write();

        list(post, "?count=true").body("items", empty()).body("page.total", is(0));
    }

    @Test
    void the_first_change_keeps_what_was_there_and_what_it_made_of_it() {
        var post =
                blog.published("Before").saying("One").with("excerpt", "Short").write();
        patch(post, Map.of("title", "After"));

        list(post, "")
                .body("items.title", contains("After", "Before"))
                .body("items.kind", contains("revision", "original"))
                .body("items.postId", contains((int) post.id(), (int) post.id()))
                .body("items[0].author.id", is(1))
                .body("items[0].author", not(hasKey("email")))
                .body("items[0]", not(hasKey("content")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\": \"Another\"}",
                "{\"excerpt\": \"Another\"}",
                "{\"excerpt\": null}",
                "{\"content\": {\"source\": \"Another\"}}",
                "{\"content\": {\"format\": \"html\"}}"
            })
    void a_change_of_what_a_post_says_adds_a_revision(String change) {
        var post =
                blog.published("First").saying("One").with("excerpt", "Short").write();
        patch(post, Map.of("title", "Second"));

        blog.asking().body(change).patch(post.path()).then().statusCode(200);

        assertThat(kinds(post)).containsExactly("revision", "revision", "original");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"title\": \"Second\"}",
                "{\"sticky\": true}",
                "{\"slug\": \"SLUG\"}",
                "{\"status\": \"draft\"}",
                "{\"commentsOpen\": false, \"customFields\": {\"a\": 1}}"
            })
    void a_change_of_anything_else_adds_none(String change) {
        var post = written();

        blog.asking()
                .body(change.replace("SLUG", Blog.unique("slug")))
                .patch(post.path())
                .then()
                .statusCode(200);

        assertThat(kinds(post)).containsExactly("revision", "original");
    }

    @Test
    void the_first_save_is_kept_even_where_it_changes_no_word_of_the_post() {
        var post = blog.draft(title()).write();
        patch(post, Map.of("status", "published"));

        assertThat(kinds(post)).containsExactly("revision");
    }

    @Test
    void the_trash_keeps_revisions_and_deleting_forgets_them() {
        var post = written();
        var revision = newest(post);
        blog.asking().delete(post.path()).then().statusCode(200);

        assertThat(kinds(post)).containsExactly("revision", "original");
        restore(post, revision).statusCode(409).body("code", is("post_trashed"));

        blog.asking().delete(post.path() + "?permanent=true").then().statusCode(204);
        list(post, "", 404).body("code", is("post_not_found"));
    }

    @Test
    void a_refused_change_adds_nothing() {
        var post = written();
        blog.asking()
                .body(Map.of("title", "x".repeat(501)))
                .patch(post.path())
                .then()
                .statusCode(422);
        blog.asking()
                .header("If-Match", "\"99-ab\"")
                .body(Map.of("title", "Other"))
                .patch(post.path())
                .then()
                .statusCode(412);

        assertThat(kinds(post)).containsExactly("revision", "original");
    }

    @Test
    void a_revision_shows_its_text_and_what_was_changed() {
        var post = blog.published("Ferry")
                .saying("One\nTwo\nThree\nFour\nFive\nSix\nSeven")
                .write();
        patch(
                post,
                Map.of("excerpt", "Short", "content", Map.of("source", "One\nTwo\nThree\nFour\nFive\nSix!\nSeven")));

        get(post, newest(post))
                .body("title", is("Ferry"))
                .body("excerpt", is("Short"))
                .body("content.format", is("markdown"))
                .body("content.source", is("One\nTwo\nThree\nFour\nFive\nSix!\nSeven"))
                .body("diff.previousId", is((int) oldest(post)))
                .body("diff.previousFormat", is("markdown"))
                .body("diff.title", empty())
                .body("diff.excerpt[0].lines.change", contains("added"))
                .body("diff.source", hasSize(1))
                .body("diff.source[0].beforeStart", is(3))
                .body("diff.source[0].afterStart", is(3))
                .body("diff.source[0].lines.text", contains("Three", "Four", "Five", "Six", "Six!", "Seven"))
                .body("diff.source[0].lines.change", contains("kept", "kept", "kept", "removed", "added", "kept"));
    }

    @Test
    void the_first_state_is_compared_with_nothing() {
        var post = written();

        get(post, oldest(post)).body("diff", nullValue()).body("excerpt", nullValue());
    }

    @Test
    void texts_that_are_too_long_to_be_compared_are_not() {
        var post = blog.draft("Long").saying(numbers("a")).write();
        patch(post, Map.of("title", "Longer", "content", Map.of("source", numbers("b"))));

        get(post, newest(post))
                .body("diff.source", nullValue())
                .body("diff.title", hasSize(1))
                .body("content.source", notNullValue());
    }

    @Test
    void restoring_makes_the_post_say_it_again_and_adds_a_revision() {
        var post = blog.published("First").saying("Old *text*").write();
        patch(
                post,
                Map.of(
                        "title",
                        "Second",
                        "excerpt",
                        "Short",
                        "content",
                        Map.of("source", "<p>new</p>", "format", "html")));

        restore(post, oldest(post))
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("title", is("First"))
                .body("excerptDerived", is(true))
                .body("content.format", is("markdown"))
                .body("content.html", is("<p>Old <em>text</em></p>\n"))
                .body("status", is("published"))
                .body("slug", is(post.slug()));

        assertThat(kinds(post)).containsExactly("revision", "revision", "original");
        list(post, "").body("items.title", contains("First", "Second", "First"));
    }

    @Test
    void restoring_minds_the_version_that_the_client_has_seen() {
        var post = written();

        blog.asking()
                .header("If-Match", post.etag())
                .post(post.path() + "/revisions/" + oldest(post) + "/restore")
                .then()
                .statusCode(412)
                .body("code", is("version_mismatch"));
        assertThat(kinds(post)).containsExactly("revision", "original");

        var etag = blog.asking().get(post.path()).header("ETag");
        blog.asking()
                .header("If-Match", etag)
                .post(post.path() + "/revisions/" + oldest(post) + "/restore")
                .then()
                .statusCode(200);
    }

    @Test
    void pages_have_revisions_of_their_own() {
        var page = blog.page("First").with("status", "published").write();
        patch(page, Map.of("title", "Second"));

        get(page, newest(page)).body("title", is("Second")).body("diff.title", hasSize(1));
        restore(page, oldest(page)).statusCode(200).body("title", is("First"));
        blog.asking()
                .get("/api/v1/posts/" + page.id() + "/revisions")
                .then()
                .statusCode(404)
                .body("code", is("post_not_found"));
    }

    @Test
    void a_revision_is_found_at_its_own_post_alone() {
        var post = written();
        var other = written();

        get(other, newest(post), 404).body("code", is("revision_not_found"));
        get(post, 999_999_999, 404).body("code", is("revision_not_found"));
        get(post, post.id(), 404).body("code", is("revision_not_found"));
        restore(other, newest(post)).statusCode(404).body("code", is("revision_not_found"));
    }

    @Test
    void revisions_are_for_those_who_may_change_the_post() {
        var own = Blog.of(tokens.of(Role.AUTHOR)).published("Mine").write();
        tokens.as(Role.AUTHOR)
                .body(Map.of("title", "Still mine"))
                .patch(own.path())
                .then()
                .statusCode(200);
        var path = own.path() + "/revisions";

        given().get(path).then().statusCode(401);
        for (var role : List.of(Role.SUBSCRIBER, Role.CONTRIBUTOR)) {
            tokens.as(role).get(path).then().statusCode(403).body("code", is("forbidden"));
            tokens.as(role).get(path + "/" + newest(own)).then().statusCode(403);
        }
        for (var role : List.of(Role.AUTHOR, Role.EDITOR)) {
            tokens.as(role)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("items.title", contains("Still mine", "Mine"))
                    .header("Cache-Control", "private, no-store");
        }
    }

    @Test
    void what_a_caller_may_not_see_is_not_there() {
        var draft = blog.draft("Secret").write();
        patch(draft, Map.of("title", "More secret"));

        tokens.as(Role.AUTHOR)
                .get(draft.path() + "/revisions")
                .then()
                .statusCode(404)
                .body("code", is("post_not_found"));
    }

    @Test
    void the_list_has_pages_from_the_newest_on() {
        var post = blog.draft("0").write();
        IntStream.rangeClosed(1, 4).forEach(n -> patch(post, Map.of("title", "" + n)));

        var first = JsonPath.from(
                list(post, "?limit=2&count=true&kind=revision").extract().asString());
        assertThat(first.<String>getList("items.title")).containsExactly("4", "3");
        assertThat(first.getInt("page.total")).isEqualTo(4);
        list(post, "?limit=2&kind=revision&cursor=" + first.getString("page.next"))
                .body("items.title", contains("2", "1"))
                .body("page.next", nullValue());
        list(post, "?limit=2&page=3").body("items.title", contains("0"));
        list(post, "?fields=id,author.name")
                .body("items[0].author", hasKey("name"))
                .body("items[0]", not(hasKey("title")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind=new", "kind=", "search=x", "limit=0", "page=0", "cursor=x", "sort=id"})
    void a_list_refuses_what_it_does_not_know(String query) {
        list(written(), "?" + query, 400).body("code", is("invalid_parameter"));
    }

    @Test
    void a_revision_outlives_its_writer() {
        var editor = Account.ofRole("editor");
        var post = written();
        var token = tokens.scoped(editor.id(), Scope.CONTENT_WRITE);
        Blog.of(token)
                .asking()
                .body(Map.of("title", "By another"))
                .patch(post.path())
                .then()
                .statusCode(200);
        list(post, "").body("items[0].author.id", is((int) editor.id()));

        editor.delete("content=trash").then().statusCode(204);

        list(post, "").body("items[0].title", is("By another")).body("items[0].author", nullValue());
    }

    @Test
    void changes_at_the_same_time_are_all_kept() throws Exception {
        var post = blog.draft("Start").write();
        var ready = new CountDownLatch(4);
        var pool = Executors.newFixedThreadPool(4);
        try {
            var answers = IntStream.range(0, 4)
                    .mapToObj(n -> pool.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return blog.asking()
                                .body(Map.of("title", "T" + n))
                                .patch(post.path())
                                .statusCode();
                    }))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            pool.shutdown();
        }

        assertThat(kinds(post)).containsExactly("revision", "revision", "revision", "revision", "original");
        assertThat(list(post, "").extract().jsonPath().<String>getList("items.title"))
                .contains("Start", "T0", "T1", "T2", "T3");
    }

    private Blog.Content written() {
        var post = blog.published("First").saying("One").write();
        patch(post, Map.of("title", "Second"));
        return post;
    }

    private void patch(Blog.Content post, Map<String, Object> change) {
        blog.asking().body(new HashMap<>(change)).patch(post.path()).then().statusCode(200);
    }

    private ValidatableResponse list(Blog.Content post, String query) {
        return list(post, query, 200);
    }

    private ValidatableResponse list(Blog.Content post, String query, int status) {
        return blog.asking().get(post.path() + "/revisions" + query).then().statusCode(status);
    }

    private ValidatableResponse get(Blog.Content post, long revision) {
        return get(post, revision, 200);
    }

    private ValidatableResponse get(Blog.Content post, long revision, int status) {
        return blog.asking().get(post.path() + "/revisions/" + revision).then().statusCode(status);
    }

    private ValidatableResponse restore(Blog.Content post, long revision) {
        return blog.asking()
                .post(post.path() + "/revisions/" + revision + "/restore")
                .then();
    }

    private List<String> kinds(Blog.Content post) {
        return list(post, "").extract().jsonPath().getList("items.kind");
    }

    private long newest(Blog.Content post) {
        return list(post, "").extract().jsonPath().getLong("items[0].id");
    }

    private long oldest(Blog.Content post) {
        return list(post, "").extract().jsonPath().getLong("items[-1].id");
    }

    private static String numbers(String word) {
        var text = new StringBuilder();
        IntStream.range(0, 2_500).forEach(n -> text.append(word).append(n).append('\n'));
        return text.toString();
    }

    private static String title() {
        return Blog.unique("Revised ");
    }
}
