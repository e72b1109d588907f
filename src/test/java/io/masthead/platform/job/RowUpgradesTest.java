package io.masthead.platform.job;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Uploads;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an earlier renderer made is rendered on read, and by a job once for all. */
@OnBothDatabases
@QuarkusTest
class RowUpgradesTest {

    private static final String WP = "/wp-json/wp/v2/";

    @Inject
    RowUpgrades upgrades;

    @Inject
    JobRunner runner;

    @Inject
    EntityManager entities;

    private final Blog blog = Blog.ofAdministrator();

    @Test
    void a_post_of_an_earlier_renderer_reads_as_the_present_one_renders_it() {
        var word = Blog.unique("ferry");
        var id = wpPost(
                Map.of("title", "It's " + word, "content", "\"Back\" 9x9 " + word + "\n\n<!--nextpage-->\n\nmore"));
        var before = post(id);
        var own = blog.asking().get("/api/v1/posts/" + id);
        age("post", "title_rendered = 'old', excerpt = 'old'", "id", id);
        age("post_body", "html = 'old', first_page = 'old', excerpt_html = 'old', feed_excerpt = 'old'", "post_id", id);
        sql("update post_search set body = 'old' where post_id = :id", id);

        assertThat(before.getString("title.rendered")).isEqualTo("It&#8217;s " + word);
        assertSame(post(id), before);
        given().queryParam("search", "9x9 " + word).get("/api/v1/posts").then().body("items", empty());

        upgrade();

        assertThat(value("select html from post_body where post_id = :id", id))
                .isEqualTo(before.getString("content.rendered"));
        assertThat(value("select first_page from post_body where post_id = :id", id))
                .isEqualTo("<p>&#8220;Back&#8221; 9&#215;9 " + word + "</p>\n");
        assertThat(value("select excerpt_html from post_body where post_id = :id", id))
                .isEqualTo(before.getString("excerpt.rendered"));
        assertThat(value("select title_rendered from post where id = :id", id))
                .isEqualTo(before.getString("title.rendered"));
        assertSame(post(id), before);
        blog.asking()
                .get("/api/v1/posts/" + id)
                .then()
                .header("ETag", is(own.header("ETag")))
                .body("content.html", is(before.getString("content.rendered")))
                .body("excerpt", is(own.path("excerpt").toString()));
        given().queryParam("search", "9x9 " + word).get("/api/v1/posts").then().body("items.id", contains((int) id));
    }

    @Test
    void a_post_without_a_second_page_keeps_none() {
        var id = wpPost(Map.of("title", "One", "content", "a"));
        assertThat(value("select first_page from post_body where post_id = :id", id))
                .isNull();
    }

    @Test
    void a_comment_of_an_earlier_renderer_reads_as_the_present_one_renders_it() {
        var postId = blog.published(Blog.unique("Discussed ")).write().id();
        var id = blog.asking()
                .body(Map.of("post", postId, "content", "It's \"back\""))
                .post(WP + "comments")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        var etag = given().get("/api/v1/comments/" + id).header("ETag");
        age("comment", "html = 'old'", "id", id);

        assertComment(id);
        upgrade();
        assertThat(value("select html from comment where id = :id", id))
                .isEqualTo("<p>It&#8217;s &#8220;back&#8221;</p>\n");
        assertComment(id);
        given().get("/api/v1/comments/" + id).then().header("ETag", is(etag));
    }

    @Test
    void a_file_of_an_earlier_renderer_reads_as_the_present_one_renders_it() {
        var id = new Uploads().picture();
        var before = JsonPath.from(given().get(WP + "media/" + id).asString());
        age("media", "title_rendered = 'old', caption_rendered = 'old', description_rendered = 'old'", "id", id);

        assertThat(JsonPath.from(given().get(WP + "media/" + id).asString()).getMap("caption"))
                .isEqualTo(before.getMap("caption"));
        upgrade();
        assertThat(value("select caption_rendered from media where id = :id", id))
                .isEqualTo("<p>Caption</p>\n");
        var after = JsonPath.from(given().get(WP + "media/" + id).asString());
        assertThat(after.getMap("title")).isEqualTo(before.getMap("title"));
        assertThat(after.getMap("description")).isEqualTo(before.getMap("description"));
    }

    private static void assertComment(long id) {
        given().get(WP + "comments/" + id)
                .then()
                .body("content.rendered", is("<p>It&#8217;s &#8220;back&#8221;</p>\n"));
        given().get("/api/v1/comments/" + id).then().body("html", is("<p>It&#8217;s &#8220;back&#8221;</p>\n"));
    }

    private static void assertSame(JsonPath after, JsonPath before) {
        for (var field : new String[] {"title", "content", "excerpt"}) {
            assertThat(after.getMap(field)).isEqualTo(before.getMap(field));
        }
    }

    private long wpPost(Map<String, String> fields) {
        return blog.asking()
                .body(fields)
                .queryParam("status", "publish")
                .post(WP + "posts")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static JsonPath post(long id) {
        return JsonPath.from(
                given().get(WP + "posts/" + id).then().statusCode(200).extract().asString());
    }

    private void upgrade() {
        upgrades.onStart(null);
        runner.runDue();
    }

    private void age(String table, String old, String key, long id) {
        sql("update %s set renderer = 0, %s where %s = :id".formatted(table, old, key), id);
    }

    private void sql(String statement, long id) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(statement)
                        .setParameter("id", id)
                        .executeUpdate());
    }

    private String value(String query, long id) {
        return QuarkusTransaction.requiringNew().call(() -> (String) entities.createNativeQuery(query, String.class)
                .setParameter("id", id)
                .getSingleResult());
    }
}
