package io.masthead.api.v1.media;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Pictures;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A media item gets another file: it keeps its id and texts, and what named the former file finds the new one. */
@OnBothDatabases
@QuarkusTest
class MediaReplacementTest {

    private static final String MEDIA = "/api/v1/media/";
    private static final int ROUNDS = 6;

    private final Tokens tokens = new Tokens();
    private final Blog blog = Blog.ofAdministrator();

    @Test
    void a_media_item_gets_another_file_and_keeps_the_rest() {
        var before = uploaded(Role.AUTHOR, Pictures.halves(400, 300));
        long id = before.getLong("id");
        patch(id, """
                {"title": "The ferry", "altText": "At the pier", "focalPoint": {"x": 0.25, "y": 0.5}}""");
        long post = blog.published(Blog.unique("Shows "))
                .with("featuredMediaId", id)
                .write()
                .id();

        var after = asking(Role.AUTHOR)
                .multiPart("file", "New Ferry.jpg", Pictures.photograph(1, Map.of()), "image/jpeg")
                .put(MEDIA + id + "/file")
                .then()
                .statusCode(200)
                .body(
                        "id", is((int) id),
                        "title", is("The ferry"),
                        "altText", is("At the pier"),
                        "focalPoint.x", is(0.25f),
                        "mimeType", is("image/jpeg"),
                        "width", is(40),
                        "height", is(20),
                        "url", containsString("new-ferry-"),
                        "renditions", empty())
                .extract()
                .jsonPath();

        given().get("/api/v1/posts/" + post).then().body("featuredMedia.url", is(after.getString("url")));
        given().get(path(after.getString("url"))).then().statusCode(200).header("Content-Type", is("image/jpeg"));
    }

    @Test
    void addresses_of_the_former_file_and_its_renditions_redirect_to_the_new_ones() {
        var before = uploaded(Role.AUTHOR, Pictures.halves(400, 300));
        long id = before.getLong("id");
        var former = path(before.getString("url"));
        var medium = path(before.getString("renditions.find { it.name == 'medium' }.url"));
        var requested = "/media/" + id + "/320x240/ferry.png";
        given().get(requested).then().statusCode(200);
        given().get(former).then().statusCode(200);

        var after = replaced(id, Pictures.halves(800, 600));

        var current = path(after.getString("url"));
        assertThat(current).isNotEqualTo(former);
        assertMoved(former, current);
        assertMoved(medium, path(after.getString("renditions.find { it.name == 'medium' }.url")));
        given().get(requested).then().statusCode(200);

        var again = replaced(id, Pictures.halves(200, 150));
        assertMoved(former, path(again.getString("url")));
        assertMoved(current, path(again.getString("url")));
        given().get(former).then().statusCode(200);
    }

    private void assertMoved(String from, String to) {
        given().redirects()
                .follow(false)
                .get(from)
                .then()
                .statusCode(301)
                .header("Location", is(to))
                .header("Cache-Control", is("public, no-cache"))
                .header("Cache-Tag", startsWith("media-"));
        given().get(to).then().statusCode(200);
    }

    @Test
    void the_former_file_comes_back_under_its_own_address() {
        var first = Pictures.halves(60, 40);
        var before = uploaded(Role.AUTHOR, first);
        long id = before.getLong("id");
        var former = path(before.getString("url"));
        var between = path(replaced(id, Pictures.halves(80, 40)).getString("url"));
        assertMoved(former, between);

        var now = path(replaced(id, first).getString("url"));

        given().redirects().follow(false).get(now).then().statusCode(200);
        assertMoved(between, now);
    }

    @Test
    void a_file_that_other_media_have_stays_at_its_address() {
        var picture = Pictures.png();
        var first = uploaded(Role.AUTHOR, picture);
        var second = uploaded(Role.AUTHOR, picture);
        var shared = path(first.getString("url"));

        replaced(first.getLong("id"), Pictures.png());

        given().redirects().follow(false).get(shared).then().statusCode(200);
        given().get(MEDIA + second.getLong("id")).then().body("url", endsWith(shared));
    }

    @Test
    void the_address_of_a_shared_file_leads_to_the_last_item_that_lost_it() {
        var picture = Pictures.png();
        var first = uploaded(Role.AUTHOR, picture);
        var second = uploaded(Role.AUTHOR, picture);
        var shared = path(first.getString("url"));
        blog.published(Blog.unique("Names ")).saying("![](" + shared + ")").write();
        replaced(first.getLong("id"), Pictures.png());

        var last = path(replaced(second.getLong("id"), Pictures.png()).getString("url"));

        assertMoved(shared, last);
        asking(Role.ADMINISTRATOR)
                .delete(MEDIA + first.getLong("id") + "?permanent=true")
                .then()
                .statusCode(204);
        assertMoved(shared, last);
        asking(Role.ADMINISTRATOR)
                .delete(MEDIA + second.getLong("id") + "?permanent=true")
                .then()
                .statusCode(409);
    }

    @Test
    void the_bytes_alone_are_accepted_and_the_same_file_changes_nothing() {
        var media = uploaded(Role.AUTHOR, Pictures.png());
        var text = ("A line " + System.nanoTime()).getBytes(UTF_8);
        for (int i = 0; i < 2; i++) {
            asking(Role.AUTHOR)
                    .header("Content-Disposition", "attachment; filename=\"notes.txt\"")
                    .contentType("text/plain")
                    .body(text)
                    .put(MEDIA + media.getLong("id") + "/file")
                    .then()
                    .statusCode(200)
                    .body("mimeType", is("text/plain"), "width", nullValue(), "blurHash", nullValue());
        }
    }

    @Test
    void the_version_that_was_read_is_the_one_that_is_replaced() {
        var id = uploaded(Role.AUTHOR, Pictures.png()).getLong("id");
        var tag = asking(Role.AUTHOR).get(MEDIA + id).header("ETag");
        patch(id, "{\"title\": \"Changed\"}");

        put(asking(Role.AUTHOR).header("If-Match", tag), id, Pictures.png())
                .then()
                .statusCode(412);
        put(asking(Role.AUTHOR).header("If-Match", "*"), id, Pictures.png())
                .then()
                .statusCode(200);
    }

    @Test
    void what_is_refused_leaves_the_file_as_it_was() {
        var media = uploaded(Role.AUTHOR, Pictures.png());
        long id = media.getLong("id");
        put(asking(Role.AUTHOR), id, new byte[0]).then().statusCode(422).body("errors[0].pointer", is("/file"));
        put(asking(Role.AUTHOR), id, "<?php echo 1;".getBytes(UTF_8)).then().statusCode(415);
        asking(Role.AUTHOR)
                .multiPart("file", "a.png", Pictures.png(), "image/png")
                .multiPart("details", "{\"title\": \"New\"}", "application/json")
                .put(MEDIA + id + "/file")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/details"));
        asking(Role.AUTHOR)
                .contentType("image/png")
                .body(Pictures.png())
                .put(MEDIA + id + "/file")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is("Content-Disposition"));
        put(asking(Role.AUTHOR), 999_999_999L, Pictures.png()).then().statusCode(404);
        given().get(MEDIA + id).then().body("url", is(media.getString("url")), "title", not("New"));
    }

    @Test
    void only_those_may_replace_a_file_who_may_change_the_item() {
        var media = uploaded(Role.EDITOR, Pictures.png());
        long id = media.getLong("id");
        put(asking(Role.AUTHOR), id, Pictures.png()).then().statusCode(403);
        put(asking(Role.CONTRIBUTOR), id, Pictures.png()).then().statusCode(403);
        put(given(), id, Pictures.png()).then().statusCode(401);
        given().get(MEDIA + id).then().body("url", is(media.getString("url")));
        put(asking(Role.EDITOR), id, Pictures.png()).then().statusCode(200);
    }

    @Test
    void a_post_that_names_a_former_address_uses_the_media() {
        var before = uploaded(Role.ADMINISTRATOR, Pictures.halves(400, 300));
        long id = before.getLong("id");
        replaced(id, Pictures.halves(500, 300));
        blog.published(Blog.unique("Names "))
                .saying("<img src=\"%s\">"
                        .formatted(path(before.getString("renditions.find { it.name == 'medium' }.url"))))
                .write();

        asking(Role.ADMINISTRATOR)
                .delete(MEDIA + id + "?permanent=true")
                .then()
                .statusCode(409)
                .body("errors[0].code", is("content"));
        asking(Role.ADMINISTRATOR)
                .delete(MEDIA + id + "?permanent=true&force=true")
                .then()
                .statusCode(204);
        given().get(path(before.getString("url"))).then().statusCode(404);
    }

    @Test
    void two_media_may_exchange_their_files_at_the_same_moment() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var left = Pictures.png();
            var right = Pictures.png();
            long one = uploaded(Role.ADMINISTRATOR, left).getLong("id");
            long other = uploaded(Role.ADMINISTRATOR, right).getLong("id");

            var answers = atOnce(
                    () -> put(asking(Role.ADMINISTRATOR), one, right),
                    () -> put(asking(Role.ADMINISTRATOR), other, left),
                    () -> put(asking(Role.ADMINISTRATOR), one, right));

            assertThat(answers).extracting(Response::statusCode).containsOnly(200);
            assertThat(bytesOf(one)).isEqualTo(right);
            assertThat(bytesOf(other)).isEqualTo(left);
        }
    }

    private static byte[] bytesOf(long id) {
        return given().get(path(given().get(MEDIA + id).path("url"))).asByteArray();
    }

    private JsonPath uploaded(Role role, byte[] picture) {
        return asking(role)
                .multiPart("file", "ferry.png", picture, "image/png")
                .post("/api/v1/media")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private JsonPath replaced(long id, byte[] picture) {
        return put(asking(Role.ADMINISTRATOR), id, picture)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Response put(RequestSpecification asking, long id, byte[] picture) {
        return asking.multiPart("file", "ferry.png", picture, "image/png").put(MEDIA + id + "/file");
    }

    private void patch(long id, String json) {
        asking(Role.AUTHOR)
                .contentType("application/json")
                .body(json)
                .patch(MEDIA + id)
                .then()
                .statusCode(200);
    }

    private RequestSpecification asking(Role role) {
        return given().auth().oauth2(tokens.of(role));
    }

    private static String path(String url) {
        return url.replaceFirst("https?://[^/]+", "");
    }

    @SafeVarargs
    private static <T> List<T> atOnce(Callable<T>... calls) throws Exception {
        var start = new CyclicBarrier(calls.length);
        var threads = Executors.newFixedThreadPool(calls.length);
        try {
            var running = new ArrayList<Future<T>>();
            for (var call : calls) {
                running.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
