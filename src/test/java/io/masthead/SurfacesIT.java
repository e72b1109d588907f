package io.masthead;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.masthead.testsupport.ApiDocument;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.DocumentedAnswers;
import io.masthead.testsupport.WithSample;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reads everything once on what is shipped, with the sample publication. The other tests of the
 * surfaces run there with {@code -Dnative} and {@code -Dall-its}.
 */
@QuarkusIntegrationTest
@TestProfile(WithSample.class)
class SurfacesIT {

    private static final String V1 = "/api/v1/";
    private static final String WP = "/wp-json/wp/v2/";

    @ParameterizedTest
    @ValueSource(strings = {"masthead", "wordpress"})
    void whatever_takes_no_id_is_answered_as_documented(String document) {
        var paths = ApiDocument.at(Path.of("openapi", document + ".json"))
                .operations()
                .map(operation -> operation.name().split(" ", 2))
                .filter(words -> words[0].equals("get") && !words[1].contains("{"))
                .map(words -> words[1])
                .toList();
        assertThat(paths).hasSizeGreaterThan(12);

        var post = read(V1 + "posts?limit=1").<String>path("items[0].url");
        for (var path : paths) {
            var needed = path.endsWith("/resolve") ? "?path=/" : path.endsWith("/embed") ? "?url=" + post : "";
            assertThat(read(path + needed).statusCode()).as(path).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"posts, title", "pages, title", "media, title", "categories, name", "tags, name"})
    void both_surfaces_tell_the_same_thing_by_the_same_id(String kind, String name) {
        var first = read(V1 + kind + "?limit=1&sort=id").jsonPath();
        int id = first.getInt("items[0].id");
        var text = first.getString("items[0]." + name);
        assertThat(text).isNotBlank();

        assertThat(read(V1 + kind + "/" + id).<String>path(name)).isEqualTo(text);
        var single = read(WP + kind + "/" + id + "?context=edit");
        assertThat(single.<String>path(name.equals("title") ? "title.raw" : name))
                .isEqualTo(text);
        assertThat(read(WP + kind + "?per_page=100").<List<Integer>>path("id")).contains(id);
    }

    @Test
    void comments_are_read_with_their_posts_answers_and_history() {
        int id = read(V1 + "comments?limit=1&sort=id").path("items[0].id");
        int post = read(V1 + "comments/" + id).path("post.id");

        for (var path : List.of(
                V1 + "comments/" + id + "/history",
                V1 + "comments/" + id + "/replies",
                V1 + "posts/" + post + "/comments",
                V1 + "posts/" + post + "/comments?view=tree",
                V1 + "posts/" + post + "/comments/form",
                V1 + "posts/" + post + "/revisions")) {
            assertThat(read(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(read(WP + "comments/" + id + "?_embed").<Integer>path("post"))
                .isEqualTo(post);
        assertThat(read(WP + "posts/" + post + "/revisions").statusCode()).isEqualTo(200);
    }

    @Test
    void users_are_read_by_id_and_slug() {
        var admin = read(V1 + "users/1");
        String slug = admin.path("slug");

        assertThat(read(V1 + "users/by-slug/" + slug).<Integer>path("id")).isEqualTo(1);
        assertThat(read(V1 + "users/1/sessions").statusCode()).isEqualTo(200);
        assertThat(read(V1 + "users/1/tokens").statusCode()).isEqualTo(200);
        assertThat(read(WP + "users/1").<String>path("slug")).isEqualTo(slug);
        assertThat(read(WP + "users/me").<Integer>path("id")).isEqualTo(1);
        assertThat(read(WP + "users/1/application-passwords").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"statuses/publish", "taxonomies/category", "types/post"})
    void what_wordpress_knows_of_itself_is_told(String path) {
        assertThat(read(WP + path).<String>path("slug")).isEqualTo(path.substring(path.indexOf('/') + 1));
    }

    @Test
    void both_surfaces_find_a_post_by_its_title_and_the_feed_shows_the_latest() {
        var post = given().get(V1 + "posts?limit=1").jsonPath();
        int id = post.getInt("items[0].id");
        var title = post.getString("items[0].title");

        given().queryParams("search", title, "limit", 100)
                .get(V1 + "posts")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        given().queryParams("search", title, "per_page", 100)
                .get(WP + "search")
                .then()
                .statusCode(200)
                .body("id", hasItem(id));
        assertThat(given().get("/feed/").asString()).contains("?p=" + id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/                    | text/html            | <!DOCTYPE html",
                "/feed/               | application/rss+xml  | <rss",
                "/feed/atom/          | application/atom+xml | <feed",
                "/feed/json/          | application/feed+json | \"items\"",
                "/comments/feed/      | application/rss+xml  | <item>",
                "/robots.txt          | text/plain           | Sitemap:",
                "/wp-sitemap.xml      | application/xml      | wp-sitemap-posts-post-1.xml",
                "/wp-sitemap-posts-post-1.xml | application/xml | <loc>",
                "/docs/               | text/html            | <title>",
                "/docs/wordpress      | text/html            | <table",
                "/openapi?format=json | application/json     | \"/api/v1/posts\"",
                "/openapi/wordpress   | application/yaml     | /wp-json/wp/v2/posts:",
            })
    void what_is_served_beside_the_apis_is_there(String path, String type, String words) {
        given().get(path).then().statusCode(200).contentType(startsWith(type)).body(containsString(words));
    }

    @Test
    void options_describe_a_route_and_show_the_index() {
        given().options(WP + "posts")
                .then()
                .statusCode(200)
                .header("Allow", "GET")
                .body("namespace", is("wp/v2"), "schema.title", is("post"));
        given().get("/wp-json/").then().body("routes.size()", greaterThan(20));
        given().get("/?rest_route=/wp/v2/types").then().statusCode(200).body("post.slug", is("post"));
    }

    @Test
    void each_surface_refuses_in_its_own_words() {
        given().get(V1 + "posts/999999999")
                .then()
                .statusCode(404)
                .contentType(startsWith("application/problem+json"))
                .body("code", is("post_not_found"));
        given().get(WP + "posts/999999999")
                .then()
                .statusCode(404)
                .body("code", is("rest_post_invalid_id"), "data.status", is(404));
    }

    private static Response read(String path) {
        return Blog.ofAdministrator().asking().filter(new DocumentedAnswers()).get(path);
    }
}
