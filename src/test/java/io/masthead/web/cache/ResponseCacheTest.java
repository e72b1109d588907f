package io.masthead.web.cache;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads from memory, as clients see them; the tests show the header X-Cache. */
@QuarkusTest
class ResponseCacheTest {

    private static final String STATUS = "X-Cache";

    @TestHTTPResource(value = "metrics", management = true)
    URL metrics;

    private final Blog blog = Blog.ofAdministrator();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/posts?limit=3",
                "/api/v1/categories",
                "/api/v1/settings",
                "/wp-json/wp/v2/posts?per_page=3&_embed",
                "/wp-json/wp/v2/categories",
                "/wp-json/",
                "/?rest_route=/wp/v2/tags",
                "/feed/",
                "/wp-sitemap.xml",
                "/robots.txt",
                "/openapi/wordpress",
            })
    void a_second_read_comes_from_memory_and_says_the_same(String path) {
        var made = fresh(path);
        var stored = given().get(path);

        assertThat(stored.header(STATUS)).isEqualTo("hit");
        assertThat(stored.statusCode()).isEqualTo(made.statusCode());
        assertThat(stored.asByteArray()).isEqualTo(made.asByteArray());
        assertThat(headers(stored)).isEqualTo(headers(made));
    }

    @Test
    void head_and_get_share_a_response() {
        var path = blog.published("Head").write().path();
        given().head(path).then().statusCode(200).header(STATUS, "miss");
        var whole = given().get(path);
        var head = given().head(path);

        assertThat(whole.header(STATUS)).isEqualTo("hit");
        assertThat(whole.jsonPath().getString("title")).isEqualTo("Head");
        assertThat(head.header(STATUS)).isEqualTo("hit");
        assertThat(head.asByteArray()).isEmpty();
        assertThat(headers(head)).isEqualTo(headers(whole));
    }

    @Test
    void a_client_that_has_the_response_gets_304_whoever_made_it() {
        var path = blog.published("Known").write().path();
        var tag = given().get(path).header("ETag");
        var stored = given().header("If-None-Match", tag).get(path);
        var other = given().header("If-None-Match", "\"1-abc\"").get(path);
        change(path, Map.of("excerpt", "More"));
        var changed = given().header("If-None-Match", tag).get(path);
        var again = given().header("If-None-Match", changed.header("ETag")).get(path + "?fields=id,title,excerpt");

        assertThat(stored.statusCode()).isEqualTo(304);
        assertThat(stored.header(STATUS)).isEqualTo("hit");
        assertThat(stored.header("ETag")).isEqualTo(tag);
        assertThat(stored.asByteArray()).isEmpty();
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.header(STATUS)).isEqualTo("miss");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.jsonPath().getString("excerpt")).isEqualTo("More");
    }

    @Test
    void the_first_read_of_a_client_that_has_the_response_is_304_too() {
        var path = blog.published("Early").write().path();
        var tag = given().get(path + "?fields=title").header("ETag");
        change(path, Map.of("commentsOpen", false));
        change(path, Map.of("commentsOpen", true));
        var changed = given().header("If-None-Match", tag).get(path + "?fields=title");
        var present = changed.header("ETag");
        change("/api/v1/settings", Map.of("description", Blog.unique("A site ")));
        var first = given().header("If-None-Match", present).get(path + "?fields=title");

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(first.statusCode()).isEqualTo(304);
        assertThat(first.header(STATUS)).isEqualTo("miss");
    }

    @Test
    void the_compressed_form_has_a_tag_of_its_own_and_is_served_to_clients_that_accept_it() {
        var path = blog.published("Long")
                .saying("<p>" + "A long text. ".repeat(200) + "</p>")
                .write()
                .path();
        var plain = identity().get(path);
        var made = gzip().get(path);
        var stored = gzip().get(path);
        var known = gzip().header("If-None-Match", stored.header("ETag")).get(path);

        assertThat(plain.header("Content-Encoding")).isNull();
        assertThat(List.of(made, stored)).allSatisfy(answer -> {
            assertThat(answer.header(STATUS)).isEqualTo("hit");
            assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(answer.header("ETag")).endsWith("-gzip\"").isNotEqualTo(plain.header("ETag"));
            assertThat(answer.asString()).isEqualTo(plain.asString());
        });
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.header("ETag")).isEqualTo(stored.header("ETag"));
        assertThat(identity().get(path).asString()).isEqualTo(plain.asString());
    }

    @Test
    void a_write_is_seen_by_the_next_read_on_both_surfaces() {
        var category = blog.category(Blog.unique("Seen "));
        var post = blog.published("Before").in(category).write();
        var wp = "/wp-json/wp/v2/posts/" + post.id();
        var list = "/api/v1/posts?category=" + category.slug();
        Stream.of(post.path(), wp, list).forEach(ResponseCacheTest::fresh);
        change(post.path(), Map.of("title", "After"));

        given().get(post.path()).then().body("title", is("After"));
        given().get(wp).then().body("title.rendered", is("After"));
        given().get(list).then().body("items[0].title", is("After"));
    }

    @Test
    void what_is_no_longer_public_is_gone_at_once() {
        var post = blog.published("Secret").write();
        var wp = "/wp-json/wp/v2/posts/" + post.id();
        Stream.of(post.path(), wp).forEach(ResponseCacheTest::fresh);
        change(post.path(), Map.of("status", "draft"));

        given().get(post.path()).then().statusCode(404);
        given().get(wp).then().statusCode(401);
    }

    @Test
    void callers_with_credentials_neither_read_nor_fill_the_memory() {
        var post = blog.published("Personal").with("password", "open sesame").write();
        var path = post.path();
        blog.asking().get(path).then().statusCode(200).header(STATUS, nullValue());
        given().header("X-Post-Password", "open sesame")
                .get(path)
                .then()
                .statusCode(200)
                .header(STATUS, nullValue())
                .body("protected", is(true));
        given().get(path).then().header(STATUS, "miss").body("content.html", is(""));
        new Tokens().as(Role.SUBSCRIBER).get(path).then().header(STATUS, nullValue());
        given().queryParam("password", "open sesame")
                .get("/wp-json/wp/v2/posts/" + post.id())
                .then()
                .statusCode(200)
                .header(STATUS, nullValue());
        given().header("X-Comment-Token", "x".repeat(20)).get(path).then().header(STATUS, nullValue());
    }

    @Test
    void methods_named_in_the_query_or_a_header_are_never_served_from_memory() {
        var post = blog.published("Method").write();
        var wp = "/wp-json/wp/v2/posts/" + post.id();
        fresh(wp);

        given().header("X-HTTP-Method-Override", "DELETE").get(wp).then().statusCode(401);
        given().queryParam("_method", "DELETE").get(wp).then().statusCode(401);
        given().get(wp).then().statusCode(200).header(STATUS, "hit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/posts/by-slug/%s", "/wp-json/wp/v2/posts?slug=%s"})
    void what_was_missing_is_found_as_soon_as_it_is_there(String path) {
        var slug = Blog.unique("soon-");
        given().get(path.formatted(slug));
        given().get(path.formatted(slug)).then().header(STATUS, "hit");
        blog.published("Soon").with("slug", slug).write();

        given().get(path.formatted(slug)).then().statusCode(200).body(containsString(slug));
    }

    @Test
    void refusals_are_not_kept() {
        var hidden = "/wp-json/wp/v2/posts/" + blog.draft("Hidden").write().id();
        given().get(hidden).then().statusCode(401);
        given().get(hidden).then().statusCode(401).header(STATUS, "miss");
        given().get("/api/v1/posts?nothing=1").then().statusCode(400);
        given().get("/api/v1/posts?nothing=1").then().statusCode(400).header(STATUS, "miss");
    }

    @Test
    void browsers_and_feed_readers_are_served_from_memory() {
        var path = blog.published("Browsed").write().path();
        fresh(path);
        fresh("/feed/");

        given().header("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8")
                .get(path)
                .then()
                .header(STATUS, "hit");
        given().header("Accept", "application/rss+xml, application/xml;q=0.8")
                .get("/feed/")
                .then()
                .header(STATUS, "hit");
        given().header("Accept", "application/json;q=0, */*").get(path).then().header(STATUS, nullValue());
    }

    @Test
    void another_spelling_does_not_displace_a_response_whose_links_repeat_the_request() {
        blog.published("Spelled").write();
        var one = "/api/v1/posts?limit=1&count=true";
        var other = "/api/v1/posts?count=true&limit=1";
        fresh(one);
        fresh(other);

        given().get(one).then().header(STATUS, "hit");
        given().get(other).then().header(STATUS, "hit");
    }

    @Test
    void links_repeat_the_parameters_as_they_were_sent() {
        blog.published("One").write();
        blog.published("Two").write();
        var one = "/api/v1/posts?limit=1&sort=-published";
        var other = "/api/v1/posts?sort=-published&limit=1";
        fresh(one);

        assertThat(given().get(other).header("Link")).contains("sort=-published&limit=1&");
        assertThat(given().get(one).header("Link")).contains("limit=1&sort=-published&");
    }

    @Test
    void one_response_serves_all_orders_and_encodings_of_the_same_parameters() {
        var slug = blog.published("Spelled").write().slug();
        fresh("/api/v1/posts?slug=" + slug + "&fields=id,title");

        given().urlEncodingEnabled(false)
                .get("/api/v1/posts?fields=id%2Ctitle&slug=" + slug)
                .then()
                .header(STATUS, "hit");
    }

    @Test
    void many_who_ask_at_once_wait_for_one() throws Exception {
        var path = blog.published("Asked").write().path();
        var pool = Executors.newFixedThreadPool(16);
        try {
            Callable<Response> read = () -> given().get(path);
            var answers = pool.invokeAll(Stream.generate(() -> read).limit(64).toList());
            var seen = new ArrayList<String>();
            for (var answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
                seen.add(answer.get().header(STATUS));
            }

            assertThat(seen).filteredOn("miss"::equals).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void those_who_wait_for_a_list_with_other_links_wait_for_one_again() throws Exception {
        var tag = blog.tag(Blog.unique("asked"));
        blog.published("Asked").tagged(tag).write();
        blog.published("Asked again").tagged(tag).write();
        var list = "/wp-json/wp/v2/posts?per_page=1&tags=" + tag.id();
        var pool = Executors.newFixedThreadPool(16);
        try {
            var paths = Stream.concat(
                    Stream.of(list + "&_=1"), Stream.generate(() -> list).limit(15));
            var answers = pool.invokeAll(paths.map(path -> (Callable<Response>) () -> given().get(path))
                    .toList());
            var seen = new ArrayList<String>();
            for (var answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
                seen.add(answer.get().header(STATUS));
            }

            assertThat(seen).filteredOn("miss"::equals).hasSize(2);
            assertThat(answers.get(0).get().header("Link")).contains("_=1");
            assertThat(answers.get(15).get().header("Link")).doesNotContain("_=1");
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void metrics_count_hits_misses_and_what_changes_drop() {
        var path = blog.published("Counted").write().path();
        var before = metrics();
        fresh(path);
        fresh(path);
        change(path, Map.of("title", "Counted again"));
        fresh(path);
        var after = metrics();

        assertThat(after.get("masthead_cache_hits_total") - before.get("masthead_cache_hits_total"))
                .isGreaterThanOrEqualTo(1);
        assertThat(after.get("masthead_cache_misses_total") - before.get("masthead_cache_misses_total"))
                .isGreaterThanOrEqualTo(2);
        assertThat(after.get("masthead_cache_invalidations_total") - before.get("masthead_cache_invalidations_total"))
                .isGreaterThanOrEqualTo(1);
        assertThat(after.get("masthead_cache_size_bytes")).isPositive();
        assertThat(after).containsKey("masthead_cache_evictions_total");
    }

    private Map<String, Double> metrics() {
        return given().get(metrics)
                .asString()
                .lines()
                .filter(line -> line.startsWith("masthead_cache"))
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(line -> line[0], line -> Double.valueOf(line[1])));
    }

    @Test
    void an_origin_is_answered_for_itself() {
        var path = blog.published("Origin").write().path();
        fresh(path);

        given().header("Origin", "https://evil.example")
                .get(path)
                .then()
                .header(STATUS, "hit")
                .header("Access-Control-Allow-Origin", nullValue());
    }

    private void change(String path, Map<String, Object> fields) {
        blog.asking()
                .contentType("application/merge-patch+json")
                .body(fields)
                .patch(path)
                .then()
                .statusCode(200);
    }

    /** As it is made anew, or was made by another test. */
    private static Response fresh(String path) {
        var answer = given().get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer;
    }

    private static RequestSpecification gzip() {
        return given().header("Accept-Encoding", "gzip");
    }

    private static RequestSpecification identity() {
        return given().config(RestAssuredConfig.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", "identity");
    }

    private static Map<String, List<String>> headers(Response answer) {
        return answer.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase(STATUS))
                .collect(Collectors.groupingBy(
                        header -> header.getName().toLowerCase(Locale.ROOT),
                        Collectors.mapping(header -> header.getValue(), Collectors.toList())));
    }
}
