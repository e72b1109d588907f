package io.masthead.wp;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** What can be purged by what, on all surfaces. */
@QuarkusTest
class CacheTagsOfAnswersTest {

    private final Tokens tokens = new Tokens();

    private final Blog blog = Blog.ofAdministrator();

    @Test
    void an_answer_names_what_it_shows() {
        var category = blog.category(Blog.unique("Tagged "));
        var post = blog.published("Tagged").in(category).write();
        var one = "post-" + post.id();
        var term = "term-" + category.id();
        var wp = "/wp-json/wp/v2/posts";
        var only = wp + "?include=" + post.id();

        assertThat(tags("/api/v1/posts?category=" + category.slug()))
                .contains("posts", one, term, "user-1");
        assertThat(tags("/api/v1/posts/" + post.id())).contains(one, term).doesNotContain("posts");
        assertThat(tags(only)).contains("posts", one, "settings");
        assertThat(tags(only + "&_embed")).contains(one, term, "user-1");
        assertThat(tags(only + "&_envelope")).contains("posts", one);
        assertThat(tags(wp + "/" + post.id() + "?_fields=title"))
                .containsExactlyInAnyOrder("settings", one);
        assertThat(tags("/feed/")).contains("feed", "posts", "settings");
        assertThat(tags("/category/" + category.slug() + "/feed/"))
                .contains("feed", "posts", "settings", one, term, "user-1");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/posts?slug=nothing-here, posts",
        "/api/v1/pages?slug=nothing-here, pages",
        "/api/v1/categories?search=nothing-here, terms",
        "/api/v1/users?search=nothing-here, users",
        "/api/v1/media?search=nothing-here, media",
        "/wp-json/wp/v2/posts?slug=nothing-here, posts",
        "/wp-json/wp/v2/pages?slug=nothing-here, pages",
        "/wp-json/wp/v2/tags?search=nothing-here, terms",
        "/wp-json/wp/v2/media?search=nothing-here, media",
        "/wp-json/wp/v2/comments?search=nothing-here, comments",
        "/wp-json/wp/v2/comments?post=987654321, comments-987654321",
        "/wp-json/wp/v2/search?search=nothing-here, posts",
        "/wp-json/, settings",
        "/comments/feed/, feed",
        "/wp-sitemap.xml, posts",
        "/wp-sitemap-posts-page-1.xml, pages",
        "/robots.txt, settings",
    })
    void what_shows_nothing_names_its_collection(String path, String collection) {
        assertThat(tags(path)).contains(collection);
    }

    @Test
    void comments_are_named_by_their_post() {
        var post = blog.published("Talk").write();

        assertThat(tags("/api/v1/posts/" + post.id() + "/comments"))
                .contains("comments-" + post.id());
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/posts", "/wp-json/wp/v2/posts", "/wp-json/wp/v2/nothing", "/nothing"})
    void private_answers_and_errors_name_nothing(String path) {
        tokens.as(Role.EDITOR)
                .get(path)
                .then()
                .header("Surrogate-Key", nullValue())
                .header("Cache-Tag", nullValue());
    }

    private static List<String> tags(String path) {
        var headers = given().get(path).then().statusCode(200).extract().headers();
        var keys = headers.getValue("Surrogate-Key");
        assertThat(keys).as(path).isNotNull();
        assertThat(headers.getValue("Cache-Tag")).isEqualTo(keys.replace(' ', ','));
        return List.of(keys.split(" "));
    }
}
