package io.masthead.wp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                .contains("category-" + category.id(), one, term, "user-1")
                .doesNotContain("posts");
        assertThat(tags("/api/v1/posts/" + post.id())).contains(one, term).doesNotContain("posts");
        assertThat(tags(wp + "?slug=" + post.slug())).contains("posts", one, "settings");
        assertThat(tags(only + "&_embed")).contains(one, term, "user-1");
        assertThat(tags(only + "&_envelope")).contains(one);
        assertThat(tags(wp + "/" + post.id() + "?_fields=title"))
                .contains("settings", one)
                .doesNotContain("posts");
        assertThat(tags("/feed/")).contains("feed", "posts", "settings");
        assertThat(tags("/category/" + category.slug() + "/feed/"))
                .contains("feed", "category-" + category.id(), "settings", one, term, "user-1");
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
    void what_is_narrowed_to_a_term_or_an_author_names_its_collection_though_it_shows_nothing() {
        var category = blog.category(Blog.unique("Empty "));
        var collection = "category-" + category.id();
        var wp = "/wp-json/wp/v2/posts?";

        assertThat(tags("/api/v1/posts?category=" + category.slug()))
                .contains(collection)
                .doesNotContain("posts");
        assertThat(tags("/api/v1/posts?category=-" + category.slug()))
                .contains("posts", "terms")
                .doesNotContain(collection);
        assertThat(tags("/api/v1/posts?category=no-such-thing")).contains("terms");
        assertThat(tags("/api/v1/posts?author=no-such-person")).contains("users");
        assertThat(tags(wp + "categories=" + category.id())).contains(collection);
        assertThat(tags(wp + "categories[terms]=" + category.id())).contains(collection);
        assertThat(tags(wp + "categories_exclude=" + category.id())).contains("posts");
        assertThat(tags(wp + "tags=987654321&author=987654320")).contains("tag-987654321");
        assertThat(tags(wp + "author=987654320")).contains("author-987654320");
        assertThat(tags("/category/" + category.slug() + "/feed/")).contains(collection);
    }

    @Test
    void a_list_with_what_is_below_a_category_names_the_category_too() {
        var top = blog.category(Blog.unique("Top "));
        var below = blog.categoryBelow(top, Blog.unique("Below "));
        var post = blog.published("Below").in(below).write();

        assertThat(tags("/api/v1/posts?descendants=true&category=" + top.slug()))
                .contains("post-" + post.id(), "category-" + below.id(), "category-" + top.id(), "terms");
    }

    @Test
    void a_former_address_names_what_it_leads_to() {
        var category = blog.category(Blog.unique("Former "));
        var post = blog.published("Former").write();
        var former =
                blog.asking().get("/api/v1/posts/" + post.id()).path("slug").toString();
        change("/api/v1/posts/" + post.id());
        change("/api/v1/categories/" + category.id());

        assertThat(tags("/api/v1/posts/by-slug/" + former, 301)).contains("posts", "post-" + post.id());
        assertThat(tags("/api/v1/categories/by-slug/" + category.slug(), 301))
                .contains("terms", "term-" + category.id());
        blog.asking()
                .redirects()
                .follow(false)
                .get("/api/v1/posts/by-slug/" + former)
                .then()
                .statusCode(301)
                .header("Surrogate-Key", nullValue());
    }

    private void change(String address) {
        blog.asking()
                .contentType("application/merge-patch+json")
                .body(Map.of("slug", Blog.unique("moved-")))
                .patch(address)
                .then()
                .statusCode(200);
    }

    @Test
    void comments_are_named_by_their_post() {
        var post = blog.published("Talk").write();

        assertThat(tags("/api/v1/posts/" + post.id() + "/comments")).contains("comments-" + post.id());
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
        return tags(path, 200);
    }

    private static List<String> tags(String path, int status) {
        var headers = given().redirects()
                .follow(false)
                .get(path)
                .then()
                .statusCode(status)
                .extract()
                .headers();
        var keys = headers.getValue("Surrogate-Key");
        assertThat(keys).as(path).isNotNull();
        assertThat(headers.getValue("Cache-Tag")).isEqualTo(keys.replace(' ', ','));
        return List.of(keys.split(" "));
    }
}
