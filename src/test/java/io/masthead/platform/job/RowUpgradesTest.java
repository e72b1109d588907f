package io.masthead.platform.job;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.masthead.platform.db.RowLocks;
import io.masthead.platform.event.Events;
import io.masthead.platform.event.Subject;
import io.masthead.platform.event.Tags;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Uploads;
import io.masthead.text.content.ContentRenderer;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Output of an earlier renderer version is rendered at each read, until a job has updated it. */
@OnBothDatabases
@QuarkusTest
class RowUpgradesTest {

    private static final String WP = "/wp-json/wp/v2/";

    @Inject
    RowUpgrades upgrades;

    @All
    List<RowUpgrade> upgradesOfNouns;

    @Inject
    JobRunner runner;

    @Inject
    Jobs jobs;

    @Inject
    Events events;

    @Inject
    Clock clock;

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
        age("post", "title_rendered = 'old', excerpt = 'old', word_count = null, reading_minutes = null", "id", id);
        age("post_body", "html = 'old', first_page = 'old', excerpt_html = 'old', feed_excerpt = 'old'", "post_id", id);
        sql("update post_search set title = 'old', excerpt = 'old', body = 'old' where post_id = :id", id);

        assertThat(before.getString("title.rendered")).isEqualTo("It&#8217;s " + word);
        assertSame(post(id), before);
        assertThat(blog.asking().get("/api/v1/posts/" + id).<String>path("excerpt"))
                .isEqualTo(own.path("excerpt"));
        given().queryParam("search", "9x9 " + word).get("/api/v1/posts").then().body("items", empty());

        upgrade();

        assertThat(value("select html from post_body where post_id = :id", id))
                .isEqualTo(before.getString("content.rendered"));
        assertThat(value("select first_page from post_body where post_id = :id", id))
                .isEqualTo("<p>&#8220;Back&#8221; 9&#215;9 " + word + "</p>\n");
        assertThat(value("select excerpt_html from post_body where post_id = :id", id))
                .isEqualTo(before.getString("excerpt.rendered"));
        assertThat(value("select feed_excerpt from post_body where post_id = :id", id))
                .isEqualTo("&#8220;Back&#8221; 9&#215;9 " + word);
        assertThat(value("select title from post_search where post_id = :id", id))
                .isEqualTo("it's " + word);
        assertThat(value("select excerpt from post_search where post_id = :id", id))
                .isEmpty();
        given().get("/api/v1/posts/" + id).then().body("wordCount", is(3), "readingTime", is(1));
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

    @ParameterizedTest
    @ValueSource(strings = {"markdown", "html"})
    void a_post_of_any_format_is_rendered_again(String format) {
        var written = blog.published(Blog.unique("Aged "))
                .with("content", Map.of("source", "a *b* <b>c</b>", "format", format))
                .write();
        var html = written.json().getString("content.html");
        age("post_body", "html = 'old', excerpt_html = 'old'", "post_id", written.id());

        assertOwn(written, html);
        upgrade();
        assertThat(value("select html from post_body where post_id = :id", written.id()))
                .isEqualTo(html);
        assertThat(value("select excerpt_html from post_body where post_id = :id", written.id()))
                .startsWith("<p>a ");
        assertOwn(written, html);
    }

    private void assertOwn(Blog.Content written, String html) {
        blog.asking()
                .get(written.path())
                .then()
                .header("ETag", is(written.etag()))
                .body("content.html", is(html));
    }

    @Test
    void an_aged_post_behind_a_password_shows_nothing_without_it() {
        var secret = Blog.unique("secret");
        var filed = blog.category(Blog.unique("Locked "));
        var title = Blog.unique("Locked ");
        var id = wpPost(
                Map.of("title", title, "content", secret, "password", "sesame", "categories", List.of(filed.id())));
        age("post_body", "html = 'old', excerpt_html = 'old', feed_excerpt = 'old'", "post_id", id);

        assertLocked(id, filed, title, secret);
        upgrade();
        assertLocked(id, filed, title, secret);
        assertThat(value("select feed_excerpt from post_body where post_id = :id", id))
                .isEqualTo(secret);
    }

    private static void assertLocked(long id, Blog.Term filed, String title, String secret) {
        for (var path : List.of(
                WP + "posts/" + id,
                WP + "posts?include=" + id,
                "/api/v1/posts/" + id,
                "/api/v1/posts?include=content&category=" + filed.slug(),
                "/category/" + filed.slug() + "/feed/")) {
            given().get(path).then().statusCode(200).body(containsString(title), not(containsString(secret)));
        }
        assertThat(post(id + "?password=sesame").getString("content.rendered")).contains(secret);
    }

    @Test
    void a_derived_excerpt_that_is_sent_back_as_it_was_shown_stays_derived() {
        var id = wpPost(Map.of("title", Blog.unique("Aged "), "content", "It's \"back\" again"));
        age("post", "excerpt = 'old'", "id", id);
        age("post_body", "html = 'old', excerpt_html = 'old'", "post_id", id);
        var shown = blog.asking().get("/api/v1/posts/" + id).<String>path("excerpt");

        assertThat(shown).isEqualTo("It’s “back” again");
        change(id, shown).body("excerptDerived", is(true));
        change(id, "IT’S “BACK” AGAIN").body("excerptDerived", is(false), "excerpt", is("IT’S “BACK” AGAIN"));
    }

    private ValidatableResponse change(long id, String excerpt) {
        return blog.asking()
                .body(Map.of("title", Blog.unique("Changed "), "excerpt", excerpt))
                .patch("/api/v1/posts/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void an_edit_during_the_job_is_not_overwritten() throws Exception {
        var id = wpPost(Map.of("title", Blog.unique("Edited "), "content", "before"));
        age("post_body", "html = 'old', excerpt_html = 'old'", "post_id", id);
        var posts = upgradesOfNouns.stream()
                .filter(upgrade -> upgrade.noun().startsWith("posts"))
                .findFirst()
                .orElseThrow();

        QuarkusTransaction.begin();
        RowLocks.lock(entities, "post", List.of(id));
        var job = CompletableFuture.runAsync(
                () -> QuarkusTransaction.requiringNew().run(() -> posts.upgrade(List.of(id))),
                task -> new Thread(task).start());
        await().until(this::someoneWaitsForARow);
        entities.createNativeQuery("update post_body set source = 'edited', html = '<p>edited</p>\n',"
                        + " renderer = :version where post_id = :id")
                .setParameter("version", ContentRenderer.VERSION)
                .setParameter("id", id)
                .executeUpdate();
        QuarkusTransaction.commit();
        job.get(30, TimeUnit.SECONDS);

        assertThat(value("select html from post_body where post_id = :id", id)).isEqualTo("<p>edited</p>\n");
    }

    private boolean someoneWaitsForARow() {
        return count(
                        "postgresql".equals(System.getProperty("masthead.test.database"))
                                ? "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                : "select count(*) from information_schema.sessions where blocker_id is not null")
                > 0;
    }

    @Test
    void a_row_that_fails_does_not_hold_up_the_others_and_is_tried_again() {
        var done = new TreeSet<Long>();
        var failing = new RowUpgrade() {
            @Override
            public String noun() {
                return "things";
            }

            @Override
            public Subject subject() {
                return Subject.POST;
            }

            @Override
            public Set<String> collections() {
                return Set.of(Tags.POSTS);
            }

            @Override
            public List<Long> outdated(long after, int limit) {
                return LongStream.rangeClosed(after + 1, Math.min(25, after + limit))
                        .boxed()
                        .toList();
            }

            @Override
            public void upgrade(List<Long> ids) {
                if (ids.contains(13L)) {
                    throw new IllegalStateException("planted");
                }
                done.addAll(ids);
            }
        };

        cancel();
        var before = clock.instant();
        try {
            new RowUpgrades(List.of(failing), jobs, events, clock).run(0);

            assertThat(done).hasSize(24).doesNotContain(13L);
            assertThat(due())
                    .isBetween(before.plus(Duration.ofHours(1)), clock.instant().plus(Duration.ofHours(1)));
        } finally {
            cancel();
        }
    }

    private Instant due() {
        return QuarkusTransaction.requiringNew().call(() -> (Instant)
                entities.createNativeQuery("select due_at from job where kind = 'rows.upgrade'", Instant.class)
                        .getSingleResult());
    }

    private void cancel() {
        QuarkusTransaction.requiringNew().run(() -> jobs.cancel("rows.upgrade", 0));
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
        age("comment", "html = 'old', search_text = 'old'", "id", id);

        assertComment(id);
        upgrade();
        assertThat(value("select html from comment where id = :id", id))
                .isEqualTo("<p>It&#8217;s &#8220;back&#8221;</p>\n");
        assertThat(value("select search_text from comment where id = :id", id)).isEqualTo("it's \"back\"");
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

    private long wpPost(Map<String, ?> fields) {
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
        return post("" + id);
    }

    private static JsonPath post(String id) {
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

    private long count(String query) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery(query).getSingleResult()).longValue());
    }

    private String value(String query, long id) {
        return QuarkusTransaction.requiringNew().call(() -> (String) entities.createNativeQuery(query, String.class)
                .setParameter("id", id)
                .getSingleResult());
    }
}
