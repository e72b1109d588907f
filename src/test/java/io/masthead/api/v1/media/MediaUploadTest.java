package io.masthead.api.v1.media;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.masthead.kernel.Scope;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.InProcess;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Pictures;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files come in by a form or as bytes, and go out at their address. */
@OnBothDatabases
@QuarkusTest
class MediaUploadTest {

    private static final String MEDIA = "/api/v1/media";

    /** Of each race, since one alone may go in order. */
    private static final int ROUNDS = 6;

    private final Tokens tokens = new Tokens();
    private final Blog blog = Blog.ofAdministrator();

    @Test
    void a_form_brings_a_file_and_what_is_said_of_it() {
        var picture = Pictures.png();
        var answer = form(Role.AUTHOR, picture, "Die Ferry.JPG", "image/jpeg")
                .multiPart("details", """
                        {"title": "The ferry", "altText": "At the <b>pier</b>", "caption": "<em>Alma</em><script>x()</script>",
                         "description": "<p>d</p>", "credit": "Ada  <a href='https://a.example/' onclick='x()'>Quill</a>", "focalPoint": {"x": 0.25, "y": 1}}""", "application/json")
                .post(MEDIA)
                .then()
                .statusCode(201)
                .header("Location", matchesPattern("/api/v1/media/\\d+"))
                .header("ETag", not(nullValue()))
                .body(
                        "title", is("The ferry"),
                        "slug", startsWith("the-ferry"),
                        "mimeType", is("image/png"),
                        "width", is(3),
                        "height", is(2),
                        "fileSize", is(picture.length),
                        "altText", is("At the pier"),
                        "caption", is("<em>Alma</em>"),
                        "credit", is("Ada <a href=\"https://a.example/\">Quill</a>"),
                        "focalPoint.x", is(0.25f),
                        "focalPoint.y", is(1.0f),
                        "author.slug", is("author"),
                        "postId", nullValue(),
                        "url", matchesPattern("https?://[^/]+/media/\\d{4}/\\d{2}/die-ferry-[0-9a-f]{12}\\.png"))
                .extract();
        var json = answer.jsonPath();
        assertThat(json.getString("sourceUrl")).isEqualTo(json.getString("url"));
        given().get(answer.header("Location")).then().statusCode(200).body("url", is(json.getString("url")));
        given().get("/wp-json/wp/v2/media/" + json.getLong("id"))
                .then()
                .statusCode(200)
                .body(
                        "source_url", is(json.getString("url")),
                        "guid.rendered", is(json.getString("url")),
                        "media_details.width", is(3));
        assertThat(given().get(path(json)).then().statusCode(200).extract().asByteArray())
                .isEqualTo(picture);
    }

    @Test
    void bytes_alone_name_their_file_in_a_header() {
        var picture = Pictures.png();
        var made = bytes(
                        Role.AUTHOR,
                        "attachment; filename=\"x.png\"; filename*=UTF-8''na%C3%AFve%20ferry.png",
                        "image/png")
                .body(picture)
                .post(MEDIA)
                .then()
                .statusCode(201)
                .body("title", is("naïve ferry"), "url", containsString("/naive-ferry-"))
                .extract()
                .jsonPath();
        assertThat(given().get(path(made)).asByteArray()).isEqualTo(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "attachment",
                "attachment; filename=\"\"",
                "attachment; filename=\"a",
                "attachment; filename*=x"
            })
    void bytes_without_a_name_are_refused(String disposition) {
        bytes(Role.AUTHOR, disposition, "image/png")
                .body(Pictures.png())
                .post(MEDIA)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is("Content-Disposition"));
    }

    @Test
    void the_credit_in_a_picture_is_taken_where_none_was_sent() {
        var picture = Pictures.photograph(1, Map.of(110, "Ada <b>Quill</b>", 105, "Headline", 120, "Caption"));
        form(Role.AUTHOR, picture, "a.jpg", "image/jpeg")
                .post(MEDIA)
                .then()
                .statusCode(201)
                .body("credit", is("Ada Quill"), "title", is("a"), "caption", is(""));
        form(Role.AUTHOR, picture, "a.jpg", "image/jpeg")
                .multiPart("details", "{\"credit\": \"\"}", "application/json")
                .post(MEDIA)
                .then()
                .statusCode(201)
                .body("credit", is(""));
    }

    @Test
    void the_same_bytes_are_one_file_of_two_media() {
        var picture = Pictures.png();
        var first = uploaded(Role.AUTHOR, picture, "one.png");
        var second = uploaded(Role.AUTHOR, picture, "two.png");
        assertThat(second.getLong("id")).isNotEqualTo(first.getLong("id"));
        assertThat(second.getString("url")).isEqualTo(first.getString("url"));

        delete(first).then().statusCode(204);
        given().get(path(first)).then().statusCode(200);
        given().get(MEDIA + "/" + first.getLong("id")).then().statusCode(404);
        delete(second).then().statusCode(204);
        given().get(path(first)).then().statusCode(404);

        // What comes after the end of a file is a file of its own.
        var third = uploaded(Role.AUTHOR, picture, "one.png");
        given().get(path(third)).then().statusCode(200);
    }

    @Test
    void the_same_bytes_at_once_are_one_file_too() throws Exception {
        var picture = Pictures.png();
        tokens.idOf(Role.AUTHOR);
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<JsonPath> upload = () -> uploaded(Role.AUTHOR, picture, "at-once.png");
            var made = threads.invokeAll(Stream.generate(() -> upload).limit(8).toList()).stream()
                    .map(one -> {
                        try {
                            return one.get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .toList();
            assertThat(made.stream().map(one -> one.getLong("id")).distinct()).hasSize(8);
            assertThat(made.stream().map(one -> one.getString("url")).distinct())
                    .hasSize(1);
            assertThat(given().get(path(made.get(0))).asByteArray()).isEqualTo(picture);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void a_repeated_request_makes_nothing_more() {
        var key = UUID.randomUUID().toString();
        var picture = Pictures.png();
        var first = form(Role.AUTHOR, picture, "a.png", "image/png")
                .header("Idempotency-Key", key)
                .post(MEDIA)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        form(Role.AUTHOR, picture, "a.png", "image/png")
                .header("Idempotency-Key", key)
                .post(MEDIA)
                .then()
                .statusCode(201)
                .body("id", is(first.getInt("id")));
        var other = Pictures.png();
        form(Role.AUTHOR, other, "a.png", "image/png")
                .header("Idempotency-Key", key)
                .post(MEDIA)
                .then()
                .statusCode(422)
                .body("code", is("idempotency_key_reused"));
        assertThat(uploaded(Role.AUTHOR, other, "b.png").getString("url")).contains("/b-");
    }

    @Test
    void only_who_may_upload_does() {
        given().multiPart("file", "a.png", Pictures.png())
                .post(MEDIA)
                .then()
                .statusCode(401)
                .body("code", is("unauthenticated"));
        for (var role : List.of(Role.SUBSCRIBER, Role.CONTRIBUTOR)) {
            form(role, Pictures.png(), "a.png", "image/png")
                    .post(MEDIA)
                    .then()
                    .statusCode(403)
                    .body("code", is("forbidden"));
            bytes(role, "attachment; filename=a.png", "image/png")
                    .body(Pictures.png())
                    .post(MEDIA)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void a_file_is_attached_only_to_a_post_that_the_caller_may_change() {
        var foreign = blog.published(Blog.unique("Foreign")).write();
        form(Role.AUTHOR, Pictures.png(), "a.png", "image/png")
                .multiPart("details", "{\"postId\": " + foreign.id() + "}", "application/json")
                .post(MEDIA)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/postId"));
        form(Role.EDITOR, Pictures.png(), "a.png", "image/png")
                .multiPart("details", "{\"postId\": " + foreign.id() + "}", "application/json")
                .post(MEDIA)
                .then()
                .statusCode(201)
                .body("postId", is((int) foreign.id()));
    }

    @Test
    void details_may_have_a_file_name_too() {
        var draft = blog.draft(Blog.unique("Hidden")).write();
        var details = "{\"postId\": " + draft.id() + ", \"altText\": \"Blob\"}";
        var made = form(Role.ADMINISTRATOR, Pictures.png(), "a.png", "image/png")
                .multiPart("details", "blob", details.getBytes(UTF_8), "application/json")
                .post(MEDIA)
                .then()
                .statusCode(201)
                .body("postId", is((int) draft.id()), "altText", is("Blob"))
                .extract()
                .jsonPath();
        given().get(path(made)).then().statusCode(404);
        given().get(MEDIA + "/" + made.getLong("id")).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{\"title\"", "[]", "\u00ff"})
    void details_that_cannot_be_read_are_refused(String details) {
        form(Role.AUTHOR, Pictures.png(), "a.png", "image/png")
                .multiPart("details", "blob", details.getBytes(ISO_8859_1), "application/json")
                .post(MEDIA)
                .then()
                .statusCode(400)
                .body("code", is("invalid_body"), "detail", containsString("'details'"));
    }

    @Test
    void details_are_limited_as_a_file_too() {
        form(Role.AUTHOR, Pictures.png(), "a.png", "image/png")
                .multiPart("details", "blob", new byte[256 * 1024 + 1], "application/json")
                .post(MEDIA)
                .then()
                .statusCode(422)
                .body("errors[0].code", is("too_long"), "errors[0].pointer", is("/details"));
    }

    @Test
    void a_part_that_is_unknown_or_given_twice_is_refused() {
        form(Role.AUTHOR, Pictures.png(), "a.png", "image/png")
                .multiPart("title", "The ferry")
                .post(MEDIA)
                .then()
                .statusCode(422)
                .body("errors[0].code", is("unknown_field"), "errors[0].pointer", is("/title"));
        form(Role.AUTHOR, Pictures.png(), "a.png", "image/png")
                .multiPart("file", "b.png", Pictures.png(), "image/png")
                .post(MEDIA)
                .then()
                .statusCode(422)
                .body("errors[0].code", is("duplicate_field"), "errors[0].pointer", is("/file"));
    }

    @Test
    void a_token_for_media_alone_attaches_nothing_to_posts() {
        var draft = blog.draft(Blog.unique("Draft")).write();
        var details = "{\"postId\": " + draft.id() + "}";
        given().auth()
                .preemptive()
                .oauth2(tokens.scoped(Role.ADMINISTRATOR, Scope.MEDIA_WRITE))
                .multiPart("file", "a.png", Pictures.png(), "image/png")
                .multiPart("details", details, "application/json")
                .post(MEDIA)
                .then()
                .statusCode(403)
                .body("code", is("scope_missing"), "detail", containsString("content:write"));
        given().auth()
                .preemptive()
                .oauth2(tokens.scoped(Role.ADMINISTRATOR, Scope.MEDIA_WRITE, Scope.CONTENT_WRITE))
                .multiPart("file", "a.png", Pictures.png(), "image/png")
                .multiPart("details", details, "application/json")
                .post(MEDIA)
                .then()
                .statusCode(201)
                .body("postId", is((int) draft.id()));
    }

    @Test
    void a_deletion_and_an_upload_of_the_same_bytes_at_once_both_succeed() throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 12; round++) {
                var picture = Pictures.png();
                var name = Blog.unique("again") + ".png";
                var former = uploaded(Role.ADMINISTRATOR, picture, name);
                var deletion = threads.submit(() -> delete(former).statusCode());
                var upload = threads.submit(() -> uploaded(Role.ADMINISTRATOR, picture, name));
                assertThat(deletion.get()).isEqualTo(204);
                var made = upload.get();
                assertThat(given().get(path(made))
                                .then()
                                .statusCode(200)
                                .extract()
                                .asByteArray())
                        .isEqualTo(picture);
                given().get(MEDIA + "/" + former.getLong("id")).then().statusCode(404);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void of_two_changes_of_one_version_at_once_one_is_made() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var path = MEDIA + "/"
                    + uploaded(Role.AUTHOR, Pictures.png(), "race.png").getLong("id");
            var etag = given().get(path).header("ETag");
            var answers = atOnce(credit -> tokens.as(Role.AUTHOR)
                    .header("If-Match", etag)
                    .body(Map.of("credit", "Credit " + credit))
                    .patch(path));
            assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412);
            var made = answers.get(0).statusCode() == 200 ? 0 : 1;
            given().get(path).then().statusCode(200).body("credit", is("Credit " + made));
        }
    }

    @Test
    void of_two_deletions_at_once_one_finds_something() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var made = uploaded(Role.ADMINISTRATOR, Pictures.png(), "race.png");
            assertThat(atOnce(i -> delete(made)))
                    .extracting(Response::statusCode)
                    .containsExactlyInAnyOrder(204, 404);
            given().get(path(made)).then().statusCode(404);
        }
    }

    @Test
    void a_file_whose_media_are_deleted_at_once_goes_with_them() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var picture = Pictures.png();
            var media = List.of(
                    uploaded(Role.ADMINISTRATOR, picture, "one.png"), uploaded(Role.ADMINISTRATOR, picture, "two.png"));
            var path = path(media.get(0));
            assertThat(path(media.get(1))).isEqualTo(path);
            given().get(path).then().statusCode(200);
            assertThat(atOnce(i -> delete(media.get(i))))
                    .extracting(Response::statusCode)
                    .containsExactly(204, 204);
            given().get(path).then().statusCode(404);
            if (InProcess.isServer()) { // whose store is here
                await().until(() -> !Files.exists(Path.of("target" + path)));
            }
        }
    }

    @Test
    void a_request_that_is_repeated_at_once_makes_one_of_both() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var key = UUID.randomUUID().toString();
            var name = Blog.unique("twice");
            var picture = Pictures.png();
            var answers = atOnce(i -> form(Role.AUTHOR, picture, name + ".png", "image/png")
                    .header("Idempotency-Key", key)
                    .post(MEDIA));
            assertThat(answers).extracting(Response::statusCode).containsExactly(201, 201);
            var made = answers.get(0).jsonPath();
            assertThat(answers.get(1).jsonPath().getLong("id")).isEqualTo(made.getLong("id"));
            given().queryParam("search", name)
                    .get(MEDIA)
                    .then()
                    .statusCode(200)
                    .body("items.id", is(List.of(made.getInt("id"))));
            assertThat(given().get(path(made)).asByteArray()).isEqualTo(picture);
        }
    }

    /** Two answers, of which the first is that to 0 and the second that to 1. */
    private List<Response> atOnce(IntFunction<Response> request) throws Exception {
        tokens.of(Role.AUTHOR); // made before the race
        var start = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var answers = IntStream.range(0, 2)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await(10, TimeUnit.SECONDS);
                        return request.apply(i);
                    }))
                    .toList();
            return List.of(answers.get(0).get(), answers.get(1).get());
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void each_invalid_detail_is_named_and_nothing_is_kept() {
        var picture = Pictures.png();
        form(Role.AUTHOR, picture, "kept.png", "image/png")
                .multiPart(
                        "details",
                        "{\"title\": null, \"credit\": \"%s\", \"focalPoint\": {\"x\": 2, \"y\": 0}, \"slug\": \"No Slug\"}"
                                .formatted("c".repeat(501)),
                        "application/json")
                .post(MEDIA)
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/title", "/credit", "/focalPoint", "/slug")));
        form(Role.AUTHOR, picture, "kept.png", "image/png")
                .multiPart("details", "{\"name\": 1}", "application/json")
                .post(MEDIA)
                .then()
                .statusCode(400)
                .body("code", is("invalid_body"), "errors[0].code", is("unknown_field"));
        given().contentType(ContentType.MULTIPART)
                .auth()
                .preemptive()
                .oauth2(tokens.of(Role.AUTHOR))
                .multiPart("details", "{}", "application/json")
                .post(MEDIA)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/file"));
        // Had it been kept, the address would have the first name.
        assertThat(uploaded(Role.AUTHOR, picture, "later.png").getString("url")).contains("/later-");
    }

    @Test
    void a_taken_slug_is_refused() {
        var slug = Blog.unique("slug-");
        var details = "{\"slug\": \"" + slug + "\"}";
        form(Role.AUTHOR, Pictures.png(), "a.png", "image/png")
                .multiPart("details", details, "application/json")
                .post(MEDIA)
                .then()
                .statusCode(201)
                .body("slug", is(slug));
        form(Role.AUTHOR, Pictures.png(), "a.png", "image/png")
                .multiPart("details", details, "application/json")
                .post(MEDIA)
                .then()
                .statusCode(422)
                .body("errors[0].code", is("taken"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\"?><a/>",
                "<!DOCTYPE html><html><script>x()</script></html>",
                "  <html><body onload=x()>",
                "<%@ page import=\"java.io.*\" %><% Runtime.getRuntime().exec(\"id\"); %>",
                "#!/bin/sh\nid\n",
                "MZ\u0090\u0000\u0003"
            })
    void s27_s28_what_is_no_image_is_none_whatever_it_is_called(String content) {
        for (var name : List.of("x.png", "x.svg", "x.jpg")) {
            var answer = form(Role.AUTHOR, content.getBytes(UTF_8), name, "image/png")
                    .post(MEDIA)
                    .then();
            isRefused(answer);
        }
        isRefused(bytes(Role.AUTHOR, "attachment; filename=x.png", "image/png")
                .body(content.getBytes(UTF_8))
                .post(MEDIA)
                .then());
    }

    private static void isRefused(ValidatableResponse answer) {
        answer.statusCode(415)
                .body(
                        "code", is("unsupported_media_type"),
                        "detail", containsString("Accepted are jpg, png, gif, webp, avif"));
    }

    @Test
    void s27_what_a_browser_could_run_is_saved_and_not_shown() {
        var text = "Just text " + UUID.randomUUID() + " <script>x()</script>\n";
        var made = form(Role.AUTHOR, text.getBytes(UTF_8), "note.html", "text/html")
                .post(MEDIA)
                .then()
                .statusCode(201)
                .body("mimeType", is("text/plain"), "url", endsWith(".txt"), "width", nullValue())
                .extract()
                .jsonPath();
        given().get(path(made))
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("text/plain"))
                .header("Content-Disposition", startsWith("attachment; filename=\"note-"))
                .header("X-Content-Type-Options", is("nosniff"))
                .header("Content-Security-Policy", is("sandbox; default-src 'none'"));
    }

    @Test
    void s29_a_header_that_promises_too_many_pixels_is_refused_unread() {
        for (var bomb : List.of(Pictures.png(50_000, 50_000, 1), Pictures.png(10_000, 5_001, 1))) {
            form(Role.AUTHOR, bomb, "bomb.png", "image/png")
                    .post(MEDIA)
                    .then()
                    .statusCode(422)
                    .body("errors[0].code", is("too_many_pixels"), "errors[0].pointer", is("/file"));
        }
        for (var liar : List.of(Pictures.png(0, 10, 1), Pictures.png(-1, 10, 1), Pictures.gif(0, 0))) {
            form(Role.AUTHOR, liar, "liar.png", "image/png")
                    .post(MEDIA)
                    .then()
                    .statusCode(422)
                    .body("errors[0].code", is("invalid_image"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../evil.png",
                "..%2f..%2fevil.png",
                "..\\\\..\\\\evil.png",
                "evil\u202egnp.png",
                "C:\\\\evil.png",
                "/etc/evil.png"
            })
    void s30_the_name_of_a_file_leads_nowhere(String name) {
        var made = bytes(
                        Role.AUTHOR,
                        "attachment; filename=\"" + new String(name.getBytes(UTF_8), ISO_8859_1) + '"',
                        "image/png")
                .body(Pictures.png())
                .post(MEDIA)
                .then()
                .statusCode(201)
                .body(
                        "url", matchesPattern("https?://[^/]+/media/\\d{4}/\\d{2}/[a-z0-9-]+-[0-9a-f]{12}\\.png"),
                        "title", not(containsString("/")),
                        "title", not(containsString("\\")),
                        "title", not(containsString("\u202e")))
                .extract()
                .jsonPath();
        given().get(path(made)).then().statusCode(200);
    }

    @Test
    void s30_a_long_name_is_cut() {
        form(Role.AUTHOR, Pictures.png(), "n".repeat(4_000) + ".png", "image/png")
                .post(MEDIA)
                .then()
                .statusCode(201)
                .body("title.length()", is(200));
    }

    @Test
    void s33_what_is_too_large_is_refused() {
        // In tests 11 MB are allowed, and a form has a megabyte more for the rest of it.
        form(Role.AUTHOR, new byte[11 * 1024 * 1024 + 1], "a.png", "image/png")
                .post(MEDIA)
                .then()
                .statusCode(413)
                .body("code", is("body_too_large"));
        bytes(Role.AUTHOR, "attachment; filename=a.png", "image/png")
                .body(new byte[13 * 1024 * 1024])
                .post(MEDIA)
                .then()
                .statusCode(413)
                .body("code", is("body_too_large"));
        form(Role.AUTHOR, new byte[0], "a.png", "image/png")
                .post(MEDIA)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/file"));
    }

    @Test
    void more_than_ten_megabytes_pass() {
        var large = ("Line\n".repeat(2_100_000) + UUID.randomUUID()).getBytes(UTF_8);
        var made = bytes(Role.AUTHOR, "attachment; filename=large.txt", "text/plain")
                .body(large)
                .post(MEDIA)
                .then()
                .statusCode(201)
                .body("fileSize", is(large.length))
                .extract()
                .jsonPath();
        assertThat(given().get(path(made)).asByteArray()).isEqualTo(large);
    }

    @Test
    void details_are_changed_by_a_merge_patch() {
        var made = uploaded(Role.AUTHOR, Pictures.png(), "patch.png");
        var path = MEDIA + "/" + made.getLong("id");
        var etag = given().get(path).header("ETag");
        var slug = Blog.unique("moved-");
        tokens.as(Role.AUTHOR)
                .header("If-Match", etag)
                .body(Map.of("credit", "Bo", "altText", "Alt", "slug", slug, "focalPoint", Map.of("x", 0.5, "y", 0.5)))
                .patch(path)
                .then()
                .statusCode(200)
                .body("credit", is("Bo"), "altText", is("Alt"), "slug", is(slug), "focalPoint.x", is(0.5f))
                .body("title", is("patch"), "url", is(made.getString("url")));
        tokens.as(Role.AUTHOR)
                .header("If-Match", etag)
                .body(Map.of("credit", "Cy"))
                .patch(path)
                .then()
                .statusCode(412);
        tokens.as(Role.AUTHOR)
                .body("{\"focalPoint\": null}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("focalPoint", nullValue(), "credit", is("Bo"));
        tokens.as(Role.AUTHOR)
                .body("{\"credit\": null, \"focalPoint\": {\"x\": 0.5}, \"postId\": 999999999}")
                .patch(path)
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/credit", "/focalPoint")));
        tokens.as(Role.CONTRIBUTOR)
                .body(Map.of("credit", "Di"))
                .patch(path)
                .then()
                .statusCode(403);
        tokens.as(Role.EDITOR).body(Map.of("credit", "Di")).patch(path).then().statusCode(200);
    }

    @Test
    void what_posts_show_is_deleted_only_by_force() {
        var made = uploaded(Role.ADMINISTRATOR, Pictures.png(), "used.png");
        var featuring = blog.draft("Featuring")
                .with("featuredMediaId", made.getLong("id"))
                .write();
        var naming = blog.draft("Naming")
                .saying("![x](" + made.getString("url") + ")")
                .write();
        delete(made)
                .then()
                .statusCode(409)
                .body(
                        "code", is("media_in_use"),
                        "errors.code", is(List.of("featured_media", "content")),
                        "errors[0].detail", containsString(String.valueOf(featuring.id())),
                        "errors[1].detail", containsString(String.valueOf(naming.id())));
        given().get(path(made)).then().statusCode(200);
        tokens.as(Role.ADMINISTRATOR)
                .delete(MEDIA + "/" + made.getLong("id"))
                .then()
                .statusCode(422)
                .body("code", is("permanent_required"));
        tokens.as(Role.ADMINISTRATOR)
                .queryParam("permanent", true)
                .queryParam("force", true)
                .delete(MEDIA + "/" + made.getLong("id"))
                .then()
                .statusCode(204);
        given().get(path(made)).then().statusCode(404);
        blog.asking().get(featuring.path()).then().body("featuredMedia", nullValue());
    }

    @Test
    void uses_that_the_caller_may_not_see_are_not_named() {
        var made = uploaded(Role.AUTHOR, Pictures.png(), "secret.png");
        var title = Blog.unique("Secret");
        blog.draft(title).with("featuredMediaId", made.getLong("id")).write();
        tokens.as(Role.AUTHOR)
                .queryParam("permanent", true)
                .delete(MEDIA + "/" + made.getLong("id"))
                .then()
                .statusCode(409)
                .body("errors.detail", hasItem(containsString("may not see")))
                .body("errors[0].detail", not(containsString(title)));
    }

    private JsonPath uploaded(Role role, byte[] content, String name) {
        return form(role, content, name, "image/png")
                .post(MEDIA)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private Response delete(JsonPath media) {
        return tokens.as(Role.ADMINISTRATOR).queryParam("permanent", true).delete(MEDIA + "/" + media.getLong("id"));
    }

    private RequestSpecification form(Role role, byte[] content, String name, String type) {
        return tokens.as(role).contentType(ContentType.MULTIPART).multiPart("file", name, content, type);
    }

    private RequestSpecification bytes(Role role, String disposition, String type) {
        return tokens.as(role).contentType(type).header("Content-Disposition", disposition);
    }

    private static String path(JsonPath media) {
        return media.getString("url").replaceFirst("https?://[^/]+", "");
    }
}
