package io.masthead.api.v1.post;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody has written and not saved, as clients keep and discard it. */
@OnBothDatabases
@QuarkusTest
class AutosaveResourceTest {

    private final Tokens tokens = new Tokens();

    private final Blog blog = Blog.ofAdministrator();

    @Test
    void what_is_kept_is_read_back_and_leaves_the_post_as_it_is() {
        var post =
                blog.published("Saved").saying("One").with("excerpt", "Short").write();
        var content = Map.of("source", "<b>Two</b>", "format", "html");

        put(post, Map.of("title", "Unsaved", "content", content), 200);

        blog.asking()
                .get(path(post))
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .body("postId", is((int) post.id()))
                .body("title", is("Unsaved"))
                .body("excerpt", is("Short"))
                .body("content.format", is("html"))
                .body("content.source", is("<b>Two</b>"))
                .body("$", not(hasKey("rowVersion")));
        blog.asking().get(post.path()).then().body("title", is("Saved")).header("ETag", post.etag());
    }

    @Test
    void there_is_one_for_each_user_and_post() {
        var post = blog.published("Saved").write();
        var first = put(post, Map.of("title", "A"), 200).jsonPath().getLong("id");
        var second = put(post, Map.of("excerpt", "B"), 200).jsonPath();
        tokens.as(Role.EDITOR).body(Map.of("title", "C")).put(path(post)).then().statusCode(200);

        assertThat(second.getLong("id")).isEqualTo(first);
        assertThat(second.getString("title")).isEqualTo("Saved");
        tokens.as(Role.EDITOR).get(path(post)).then().body("title", is("C"));
        blog.asking().get(path(post)).then().body("excerpt", is("B"));
        blog.asking()
                .get(post.path() + "/revisions")
                .then()
                .body("items.kind", contains("autosave", "autosave"))
                .body("items.title", contains("C", "Saved"));
    }

    @Test
    void a_draft_of_ones_own_stays_as_it_is_too() {
        var post = blog.draft("Saved").write();
        put(post, Map.of("title", "Unsaved"), 200);

        blog.asking().get(post.path()).then().body("title", is("Saved"));
        blog.asking().get(path(post)).then().body("title", is("Unsaved"));
    }

    @Test
    void it_can_be_discarded_once() {
        var post = blog.published("Saved").write();
        put(post, Map.of("title", "Unsaved"), 200);

        blog.asking().delete(path(post)).then().statusCode(204);
        blog.asking().get(path(post)).then().statusCode(404).body("code", is("autosave_not_found"));
        blog.asking().delete(path(post)).then().statusCode(404);
        blog.asking().get(post.path() + "/revisions").then().body("items", empty());
    }

    @Test
    void it_can_be_compared_and_restored_as_revisions_are() {
        var post = blog.published("Saved").saying("One").write();
        blog.asking().body(Map.of("title", "Again")).patch(post.path()).then().statusCode(200);
        var id = put(post, Map.of("content", Map.of("source", "Two")), 200)
                .path("id")
                .toString();

        blog.asking()
                .get(post.path() + "/revisions/" + id)
                .then()
                .body("kind", is("autosave"))
                .body("diff.title", empty())
                .body("diff.source[0].lines.text", contains("One", "Two"));
        blog.asking()
                .post(post.path() + "/revisions/" + id + "/restore")
                .then()
                .statusCode(200)
                .body("content.source", is("Two"));
        blog.asking()
                .get(post.path() + "/revisions?kind=original,revision")
                .then()
                .body("items", hasSize(3));
    }

    @Test
    void it_minds_the_version_that_the_client_has_seen() {
        var post = blog.published("Saved").write();
        blog.asking()
                .header("If-Match", "\"0-ab\"")
                .body(Map.of("title", "A"))
                .put(path(post))
                .then()
                .statusCode(412);
        var etag = put(post, Map.of("title", "A"), 200).header("ETag");
        put(post, Map.of("title", "B"), 200);

        blog.asking()
                .header("If-Match", etag)
                .body(Map.of("title", "C"))
                .put(path(post))
                .then()
                .statusCode(412);
        blog.asking().header("If-Match", etag).delete(path(post)).then().statusCode(412);
        blog.asking().get(path(post)).then().body("title", is("B"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\": null} | 422 | /title",
                "{\"content\": null} | 422 | /content",
                "{\"content\": {\"format\": \"rtf\"}} | 422 | /content/format",
                "{\"content\": {\"source\": \"\\u0000\"}} | 422 | /content/source",
                "{\"title\": 1} | 400 | /title",
                "{\"status\": \"draft\"} | 400 | /status"
            })
    void what_no_post_could_say_is_refused(String body, int status, String pointer) {
        var post = blog.published("Saved").write();

        blog.asking().body(body).put(path(post)).then().statusCode(status).body("errors[0].pointer", is(pointer));
        blog.asking().get(path(post)).then().statusCode(404);
    }

    @Test
    void what_could_not_be_rendered_is_refused() {
        var post = blog.published("Saved").write();

        put(post, Map.of("content", Map.of("source", "> ".repeat(5_000) + "x")), 422);
    }

    @Test
    void nobody_keeps_anything_of_what_lies_in_the_trash() {
        var post = blog.published("Saved").write();
        blog.asking().delete(post.path()).then().statusCode(200);

        put(post, Map.of("title", "Unsaved"), 409);
    }

    @Test
    void it_is_for_those_who_may_change_the_post() {
        var post = Blog.of(tokens.of(Role.AUTHOR)).published("Mine").write();

        tokens.as(Role.AUTHOR).body(Map.of("title", "A")).put(path(post)).then().statusCode(200);
        given().get(path(post)).then().statusCode(401);
        tokens.as(Role.CONTRIBUTOR).get(path(post)).then().statusCode(403);
        tokens.as(Role.CONTRIBUTOR).body("{}").put(path(post)).then().statusCode(403);
        tokens.as(Role.CONTRIBUTOR).delete(path(post)).then().statusCode(403);
        tokens.as(Role.EDITOR).get(path(post)).then().statusCode(404);
        tokens.as(Role.AUTHOR).get(path(post)).then().statusCode(200).body("title", is("A"));
    }

    @Test
    void pages_have_them_too() {
        var page = blog.page("Saved").with("status", "published").write();
        put(page, Map.of("title", "Unsaved"), 200);

        blog.asking().get(path(page)).then().body("title", is("Unsaved"));
        blog.asking().get("/api/v1/posts/" + page.id() + "/autosave").then().statusCode(404);
        blog.asking().delete(path(page)).then().statusCode(204);
    }

    @Test
    void an_empty_body_keeps_what_the_post_says() {
        var post = blog.published("Saved").saying("One").write();

        put(post, Map.of(), 200);
        blog.asking()
                .get(path(post))
                .then()
                .body("title", is("Saved"))
                .body("content.source", is("One"))
                .body("excerpt", nullValue());
    }

    private Response put(Blog.Content post, Map<String, ?> body, int status) {
        var answer = blog.asking().body(body).put(path(post));
        answer.then().statusCode(status);
        return answer;
    }

    private static String path(Blog.Content post) {
        return post.path() + "/autosave";
    }
}
