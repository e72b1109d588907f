package io.masthead.web.file;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Pictures;
import io.masthead.testsupport.RawHttp;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files go out whole and in parts, to those who may see them. */
@OnBothDatabases
@QuarkusTest
class MediaFileTest {

    private final Tokens tokens = new Tokens();
    private final Blog blog = Blog.ofAdministrator();
    private final byte[] picture = Pictures.png();

    @Test
    void a_file_is_sent_with_all_that_keeps_and_confines_it() {
        var path = uploaded(null);
        for (int i = 0; i < 5; i++) { // looked up, remembered, and from memory
            var answer = given().get(path)
                    .then()
                    .statusCode(200)
                    .header("Content-Type", is("image/png"))
                    .header("Content-Length", is("" + picture.length))
                    .header("Content-Disposition", matchesPattern("inline; filename=\"ferry-[0-9a-f]{12}\\.png\""))
                    .header("X-Content-Type-Options", is("nosniff"))
                    .header("Content-Security-Policy", is("sandbox; default-src 'none'"))
                    .header("Cache-Control", is("public, max-age=31536000, immutable"))
                    .header("Accept-Ranges", is("bytes"))
                    .header("ETag", matchesPattern("\"[0-9a-f]{32}\""))
                    .header("Cache-Tag", startsWith("media-"))
                    .extract();
            assertThat(answer.asByteArray()).isEqualTo(picture);
            given().header("If-None-Match", answer.header("ETag"))
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", is(answer.header("ETag")))
                    .header("Content-Type", nullValue());
            given().head(path)
                    .then()
                    .statusCode(200)
                    .header("Content-Length", is("" + picture.length))
                    .header("ETag", is(answer.header("ETag")));
        }
    }

    @Test
    void a_file_that_is_in_memory_is_sent_in_parts_and_hidden_like_others() {
        long post = blog.published(Blog.unique("Shows ")).write().id();
        var path = uploaded(post);
        for (int i = 0; i < 5; i++) {
            assertThat(given().get(path).asByteArray()).isEqualTo(picture);
        }
        assertThat(given().header("Range", "bytes=1-3").get(path).asByteArray())
                .isEqualTo(Arrays.copyOfRange(picture, 1, 4));

        tokens.as(Role.ADMINISTRATOR)
                .body("{\"status\": \"draft\"}")
                .patch("/api/v1/posts/" + post)
                .then()
                .statusCode(200);
        given().get(path).then().statusCode(404);
    }

    @Test
    @EnabledOnOs(OS.LINUX) // which lists the open files of a process
    void a_large_file_is_closed_after_it_was_sent() throws IOException {
        var text = ("A line of a long text. ".repeat(400_000) + System.nanoTime()).getBytes(UTF_8);
        var path = given().auth()
                .oauth2(tokens.of(Role.AUTHOR))
                .multiPart("file", "long.txt", text, "text/plain")
                .post("/api/v1/media")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("url")
                .replaceFirst("https?://[^/]+", "");
        var name = path.substring(path.lastIndexOf('/') + 1);

        assertThat(given().get(path).asByteArray()).isEqualTo(text);
        assertThat(given().header("Range", "bytes=300000-700000").get(path).asByteArray())
                .isEqualTo(Arrays.copyOfRange(text, 300_000, 700_001));
        try (var narrow = RawHttp.openNarrow()) {
            narrow.send("GET " + path + " HTTP/1.1|Host: localhost||");
            await().until(() -> isOpen(name));
        }
        await().until(() -> !isOpen(name));
    }

    private static boolean isOpen(String name) throws IOException {
        try (var open = Files.list(Path.of("/proc/self/fd"))) {
            return open.anyMatch(link -> targetOf(link).endsWith(name));
        }
    }

    private static String targetOf(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return ""; // closed meanwhile
        }
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-0,0,1", "bytes=5-,5,-1", "bytes=-4,-4,-1", "bytes=2-9,2,10", "'bytes=3-999999',3,-1"})
    void a_part_is_sent(String range, int from, int to) {
        int first = from < 0 ? picture.length + from : from;
        int end = to < 0 ? picture.length : to;
        var path = uploaded(null);
        assertThat(given().header("Range", range)
                        .get(path)
                        .then()
                        .statusCode(206)
                        .header("Content-Range", is("bytes %d-%d/%d".formatted(first, end - 1, picture.length)))
                        .header("Content-Length", is("" + (end - first)))
                        .extract()
                        .asByteArray())
                .isEqualTo(Arrays.copyOfRange(picture, first, end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=999999-", "bytes=-0"})
    void a_part_beyond_the_end_cannot_be_sent(String range) {
        given().header("Range", range)
                .get(uploaded(null))
                .then()
                .statusCode(416)
                .header("Content-Range", is("bytes */" + picture.length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,4-5", "bytes=5-2", "bytes=-", "lines=0-1", "bytes=a-b"})
    void other_ranges_are_ignored(String range) {
        given().header("Range", range)
                .get(uploaded(null))
                .then()
                .statusCode(200)
                .header("Content-Range", nullValue());
    }

    @Test
    void a_part_is_sent_only_of_the_file_that_the_client_has() {
        var path = uploaded(null);
        var etag = given().get(path).header("ETag");
        given().header("Range", "bytes=0-3")
                .header("If-Range", etag)
                .get(path)
                .then()
                .statusCode(206);
        for (var other : new String[] {"\"other\"", "W/" + etag, "Mon, 30 Nov 2026 12:00:00 GMT"}) {
            given().header("Range", "bytes=0-3")
                    .header("If-Range", other)
                    .get(path)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void a_file_is_as_hidden_as_its_posts() {
        var draft = blog.draft(Blog.unique("Draft")).write();
        var path = uploaded(draft.id());
        given().get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("ETag", nullValue())
                .header("Cache-Control", is("no-store"));
        given().head(path).then().statusCode(404);
        tokens.as(Role.AUTHOR).get(path).then().statusCode(404);
        given().auth().preemptive().oauth2("nonsense").get(path).then().statusCode(401);
        tokens.as(Role.EDITOR)
                .get(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", is("private, no-cache"))
                .header("Vary", containsString("Authorization"))
                .header("Cache-Tag", nullValue());
        given().get(path).then().statusCode(404);

        status(draft, "published");
        given().get(path).then().statusCode(200).header("Cache-Control", startsWith("public"));
        status(draft, "draft");
        given().get(path).then().statusCode(404);

        // The same bytes, once more, that belong to no post.
        var other = uploaded(null);
        assertThat(other).isEqualTo(path);
        given().get(path).then().statusCode(200);
    }

    /** The caller's own post is that whose author is the caller. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            state     | owner       | guest | subscriber | contributor | author | editor
            draft     | CONTRIBUTOR | 404   | 404        | 200         | 404    | 200
            draft     | AUTHOR      | 404   | 404        | 404         | 200    | 200
            private   | CONTRIBUTOR | 404   | 404        | 200         | 404    | 200
            private   | AUTHOR      | 404   | 404        | 404         | 200    | 200
            scheduled | CONTRIBUTOR | 404   | 404        | 200         | 404    | 200
            scheduled | AUTHOR      | 404   | 404        | 404         | 200    | 200
            trashed   | CONTRIBUTOR | 404   | 404        | 200         | 404    | 200
            trashed   | AUTHOR      | 404   | 404        | 404         | 200    | 200
            published | CONTRIBUTOR | 200   | 200        | 200         | 200    | 200
            published | AUTHOR      | 200   | 200        | 200         | 200    | 200
            protected | CONTRIBUTOR | 200   | 200        | 200         | 200    | 200
            protected | AUTHOR      | 200   | 200        | 200         | 200    | 200
            """, useHeadersInDisplayName = true)
    void who_sees_the_file_of_a_post_in_each_state(
            String state, Role owner, int guest, int subscriber, int contributor, int author, int editor) {
        var post = blog.published(Blog.unique("Post "))
                .with("authorId", tokens.idOf(owner))
                .write();
        var path = uploaded(post.id());
        everyRoleSees(path, 200, 200, 200, 200, 200);
        move(post, state);
        everyRoleSees(path, guest, subscriber, contributor, author, editor);
        moveBack(post, state);
        everyRoleSees(path, 200, 200, 200, 200, 200);
    }

    private void everyRoleSees(String path, int guest, int subscriber, int contributor, int author, int editor) {
        sees(null, path, guest);
        sees(Role.SUBSCRIBER, path, subscriber);
        sees(Role.CONTRIBUTOR, path, contributor);
        sees(Role.AUTHOR, path, author);
        sees(Role.EDITOR, path, editor);
        sees(null, path, guest); // after those who see more
    }

    /** Asks twice: looked up, and remembered. */
    private void sees(Role role, String path, int status) {
        for (int i = 0; i < 2; i++) {
            var answer = (role == null ? given() : tokens.as(role)).get(path);
            assertThat(answer.statusCode()).as("for %s, time %d", role, i).isEqualTo(status);
            if (status == 200) {
                assertThat(answer.asByteArray()).isEqualTo(picture);
            } else {
                assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
                assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            }
        }
    }

    private void move(Blog.Content post, String state) {
        switch (state) {
            case "trashed" -> blog.asking().delete(post.path()).then().statusCode(200);
            case "protected" -> change(post, Map.of("password", "sesame"));
            case "scheduled" -> change(post, Map.of("status", state, "publishedAt", "2999-01-01T00:00:00Z"));
            default -> status(post, state);
        }
    }

    private void moveBack(Blog.Content post, String state) {
        switch (state) {
            case "trashed" ->
                blog.asking().post(post.path() + "/restore").then().statusCode(200);
            case "protected" -> change(post, Collections.singletonMap("password", null));
            case "scheduled" -> change(post, Map.of("status", "published", "publishedAt", "2020-01-01T00:00:00Z"));
            default -> {}
        }
        status(post, "published");
    }

    @Test
    void a_file_that_is_attached_to_another_post_is_as_hidden_as_that() {
        var hidden = blog.draft(Blog.unique("Draft")).write();
        var shown = blog.published(Blog.unique("Post")).write();
        var made = made(null);
        var media = "/api/v1/media/" + made.getLong("id");
        var path = path(made);
        sees(null, path, 200);

        for (var round : List.of(shown.id(), 0L)) {
            tokens.as(Role.EDITOR)
                    .body(Map.of("postId", hidden.id()))
                    .patch(media)
                    .then()
                    .statusCode(200);
            sees(null, path, 404);
            sees(Role.EDITOR, path, 200);
            sees(null, path, 404);
            tokens.as(Role.EDITOR)
                    .body(Collections.singletonMap("postId", round == 0 ? null : round))
                    .patch(media)
                    .then()
                    .statusCode(200);
            sees(null, path, 200);
        }
    }

    @Test
    void a_file_is_hidden_again_after_the_deletion_of_the_media_that_showed_it() {
        var draft = blog.draft(Blog.unique("Draft")).write();
        var path = uploaded(draft.id());
        sees(null, path, 404);
        var free = made(null);
        assertThat(path(free)).isEqualTo(path);
        sees(null, path, 200);

        tokens.as(Role.EDITOR)
                .queryParam("permanent", true)
                .delete("/api/v1/media/" + free.getLong("id"))
                .then()
                .statusCode(204);
        sees(null, path, 404);
        sees(Role.EDITOR, path, 200);
        sees(null, path, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/media/../OUTSIDE",
                "/media/..%2fOUTSIDE",
                "/media/..%5cOUTSIDE",
                "/media/%2e%2e/OUTSIDE",
                "/media/%2e%2e%2fOUTSIDE",
                "/media/%252e%252e%252fOUTSIDE",
                "/media/2026/11/../../../OUTSIDE",
                "/media/2026/11/..%2f..%2f..%2fOUTSIDE",
                "/media/2026/11/..%5c..%5c..%5cOUTSIDE",
                "/media/2026/11/%2e%2e/%2e%2e/%2e%2e/OUTSIDE",
                "/media//ROOT/target/OUTSIDE",
                "/media/%2f/ROOT/target/OUTSIDE",
                "/media/OUTSIDE",
                "/media/.incoming/INSIDE",
                "/media/%2eincoming/INSIDE",
                "/media/.incoming%2fINSIDE",
                "/media/2026/11/../../.incoming/INSIDE",
                "/media/2026/11/..%2f..%2f.incoming%2fINSIDE",
                "/media/2026/11/",
                "/media/",
                "/media/2026/11/x.png%00.jpg",
                "/media/2026/11/unknown-0123456789ab.png"
            })
    void s31_no_address_leads_out_of_the_store(String path) throws IOException {
        var secret = Blog.unique("secret");
        // Names that a file of the store could have.
        var outside = Path.of("target", Blog.unique("outside-") + ".png");
        var inside =
                Files.createDirectories(Path.of("target/media/.incoming")).resolve(Blog.unique("inside-") + ".png");
        try {
            Files.writeString(outside, secret);
            Files.writeString(inside, secret);
            var address = path.replace("OUTSIDE", outside.getFileName().toString())
                    .replace("INSIDE", inside.getFileName().toString())
                    .replace("/ROOT", Path.of("").toAbsolutePath().toString());
            try (var client = RawHttp.open().send("GET " + address + " HTTP/1.1|Host: a|Connection: close||")) {
                assertThat(client.readToEnd()).startsWith("HTTP/1.1 404").doesNotContain(secret);
            }
        } finally {
            Files.deleteIfExists(outside);
            Files.deleteIfExists(inside);
        }
    }

    @Test
    void files_are_only_read() {
        var path = uploaded(null);
        given().post(path).then().statusCode(405).header("Allow", is("GET, HEAD"));
        given().delete(path).then().statusCode(405);
        given().get(path).then().statusCode(200);
        given().get(path + "?x=1").then().statusCode(200);
        given().get(path + "x").then().statusCode(404);
    }

    private void status(Blog.Content content, String status) {
        change(content, Map.of("status", status));
    }

    private void change(Blog.Content content, Map<String, ?> fields) {
        blog.asking().body(fields).patch(content.path()).then().statusCode(200);
    }

    private String uploaded(Long postId) {
        return path(made(postId));
    }

    private static String path(JsonPath media) {
        return media.getString("url").replaceFirst("https?://[^/]+", "");
    }

    private JsonPath made(Long postId) {
        return tokens.as(Role.EDITOR)
                .contentType(ContentType.MULTIPART)
                .multiPart("file", "ferry.png", picture, "image/png")
                .multiPart("details", postId == null ? "{}" : "{\"postId\": " + postId + "}", "application/json")
                .post("/api/v1/media")
                .then()
                .statusCode(201)
                .body("url", not(nullValue()))
                .extract()
                .jsonPath();
    }
}
