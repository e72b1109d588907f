package io.masthead.api.v1.media;

import static io.masthead.platform.outbound.guarded.FileServer.answer;
import static io.masthead.platform.outbound.guarded.FileServer.ok;
import static io.masthead.platform.outbound.guarded.FileServer.redirect;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.masthead.kernel.Scope;
import io.masthead.media.fetch.SwitchedFetch;
import io.masthead.platform.outbound.guarded.FileServer;
import io.masthead.platform.outbound.guarded.TestDestinations;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Pictures;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files come in from other servers, of which one of this machine takes the place. */
@OnBothDatabases
@QuarkusTest
class MediaFetchTest {

    private static final String FROM_URL = "/api/v1/media/from-url";

    /** The value of {@code masthead.media.storage} in tests. */
    private static final Path FOLDER = Path.of("target/media");

    /** The value of {@code masthead.media.max-size} in tests. */
    private static final int MAX_SIZE = 11 * 1024 * 1024;

    @Inject
    SwitchedFetch fetch;

    @Inject
    TestDestinations destinations;

    private final Tokens tokens = new Tokens();
    private final Blog blog = Blog.ofAdministrator();
    private final byte[] picture = Pictures.png();
    private FileServer server;
    private FileServer inside;
    private List<String> before;
    private String newest;

    @BeforeEach
    void listen() throws IOException {
        server = new FileServer();
        inside = new FileServer();
        destinations.open(server.port());
        destinations.know(List.of(inside.port()));
        fetch.on();
        before = files();
        newest = newest();
    }

    @AfterEach
    void stop() throws IOException {
        fetch.off();
        destinations.closeAll();
        server.close();
        inside.close();
    }

    @Test
    void s39_it_is_off_by_default() {
        fetch.off();
        server.at("/a.png", ok("image/png", picture));

        post(Role.AUTHOR, Map.of("url", url("/a.png")))
                .then()
                .statusCode(409)
                .body("code", is("fetch_disabled"), "detail", containsString("masthead.media.fetch=true"));
        post(Role.CONTRIBUTOR, Map.of("url", url("/a.png"))).then().statusCode(403);
        assertThat(server.connections()).isZero();
        isUnchanged();
    }

    @Test
    void a_file_comes_in_with_what_is_said_of_it() {
        server.at("/pictures/Die%20Ferry+1.JPG?size=l", ok("image/jpeg", picture));

        var made = post(
                        Role.AUTHOR,
                        Map.of(
                                "url", url("/pictures/Die%20Ferry+1.JPG?size=l"),
                                "altText", "At the <b>pier</b>",
                                "caption", "<em>Alma</em><script>x()</script>",
                                "credit", "Ada  Quill",
                                "focalPoint", Map.of("x", 0.25, "y", 1)))
                .then()
                .statusCode(201)
                .header("Location", matchesPattern("/api/v1/media/\\d+"))
                .header("ETag", notNullValue())
                .body(
                        "title", is("Die Ferry+1"),
                        "mimeType", is("image/png"),
                        "width", is(3),
                        "fileSize", is(picture.length),
                        "altText", is("At the pier"),
                        "caption", is("<em>Alma</em>"),
                        "credit", is("Ada Quill"),
                        "focalPoint.y", is(1.0f),
                        "author.slug", is("author"),
                        "postId", nullValue(),
                        "url", matchesPattern("https?://[^/]+/media/\\d{4}/\\d{2}/die-ferry1-[0-9a-f]{12}\\.png"))
                .extract();
        String url = made.path("url");
        var path = url.replaceFirst("https?://[^/]+", "");
        assertThat(given().get(path).then().statusCode(200).extract().asByteArray())
                .isEqualTo(picture);
        given().get(made.header("Location")).then().statusCode(200).body("url", is(url));
        assertThat(server.heads()).hasSize(1);
        assertThat(server.heads().get(0)).doesNotContainIgnoringCase("authorization", "cookie", tokens.of(Role.AUTHOR));
    }

    @Test
    void the_name_is_that_of_the_header_or_where_the_file_was_in_the_end() {
        server.at(
                        "/named",
                        answer(
                                "HTTP/1.1 200 OK\nContent-Disposition: attachment; filename*=UTF-8''..%2Fna%C3%AFve"
                                        + "%E2%80%AE.png\nContent-Length: " + picture.length,
                                picture))
                .at("/moved", redirect(301, "/there/pier.png"))
                .at("/there/pier.png", ok("application/octet-stream", picture))
                .at("/", ok("image/png", picture));

        fetched("/named").body("title", is("naïve"));
        fetched("/moved").body("title", is("pier"), "mimeType", is("image/png"));
        fetched("/").body("title", is(""));
        post(Role.AUTHOR, Map.of("url", url("/named"), "title", "The ferry"))
                .then()
                .statusCode(201)
                .body("title", is("The ferry"));
    }

    @Test
    void a_repeated_request_fetches_nothing_again() {
        var key = UUID.randomUUID().toString();
        server.at("/a.png", ok("image/png", picture));
        var body = Map.of("url", url("/a.png"), "credit", "Ada");
        int first = keyed(key, body).then().statusCode(201).extract().path("id");

        server.at("/a.png", ok("image/png", Pictures.png()));
        keyed(key, body).then().statusCode(201).body("id", is(first)).header("Location", "/api/v1/media/" + first);
        keyed(key, Map.of("url", url("/a.png"))).then().statusCode(422).body("code", is("idempotency_key_reused"));
        assertThat(server.heads()).hasSize(1);

        keyed("not valid", body).then().statusCode(400).body("code", is("idempotency_key_invalid"));
        assertThat(server.heads()).hasSize(1);
    }

    @Test
    void a_refusal_leaves_the_key_unused() {
        var key = UUID.randomUUID().toString();
        var body = Map.of("url", url("/a.png"));
        keyed(key, body).then().statusCode(422);

        server.at("/a.png", ok("image/png", picture));
        keyed(key, body).then().statusCode(201);
    }

    @Test
    void only_who_may_upload_has_files_fetched() {
        var body = Map.of("url", url("/a.png"));
        given().contentType("application/json")
                .body(body)
                .post(FROM_URL)
                .then()
                .statusCode(401)
                .body("code", is("unauthenticated"));
        for (var role : List.of(Role.SUBSCRIBER, Role.CONTRIBUTOR)) {
            post(role, body).then().statusCode(403).body("code", is("forbidden"));
        }
        scoped(Scope.CONTENT_WRITE)
                .body(body)
                .post(FROM_URL)
                .then()
                .statusCode(403)
                .body("code", is("scope_missing"));
        assertThat(server.connections()).isZero();

        server.at("/a.png", ok("image/png", picture));
        scoped(Scope.MEDIA_WRITE).body(body).post(FROM_URL).then().statusCode(201);
    }

    @Test
    void a_file_is_attached_only_to_a_post_that_the_caller_may_change() {
        server.at("/a.png", ok("image/png", picture));
        var foreign = blog.published(Blog.unique("Foreign")).write();
        var body = Map.of("url", url("/a.png"), "postId", foreign.id());

        post(Role.AUTHOR, body).then().statusCode(422).body("errors[0].pointer", is("/postId"));
        scoped(Scope.MEDIA_WRITE)
                .body(body)
                .post(FROM_URL)
                .then()
                .statusCode(403)
                .body("code", is("scope_missing"));
        assertThat(server.connections()).isZero();
        post(Role.EDITOR, body).then().statusCode(201).body("postId", is((int) foreign.id()));
    }

    @Test
    void bodies_are_checked_before_anything_is_fetched() {
        post(Role.AUTHOR, Map.of()).then().statusCode(422).body("errors[0].pointer", is("/url"));
        post(Role.AUTHOR, Map.of("url", " ")).then().statusCode(422).body("errors[0].code", is("required"));
        var nothing = new HashMap<String, Object>();
        nothing.put("url", null);
        post(Role.AUTHOR, nothing).then().statusCode(422).body("errors[0].code", is("required"));
        post(Role.AUTHOR, Map.of("url", List.of())).then().statusCode(400).body("errors[0].pointer", is("/url"));
        post(Role.AUTHOR, Map.of("url", url("/a"), "file", "x"))
                .then()
                .statusCode(400)
                .body("errors[0].code", is("unknown_field"));
        post(Role.AUTHOR, Map.of("url", url("/a"), "title", "x".repeat(501)))
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/title")));
        tokens.as(Role.AUTHOR)
                .contentType("text/plain")
                .body("{}")
                .post(FROM_URL)
                .then()
                .statusCode(415);
        assertThat(server.connections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/a.png",
                "http://localhost:%d/a.png",
                "http://inside.test:%d/a.png",
                "http://[::1]:%d/a.png",
                "http://[::ffff:7f00:1]:%d/a.png",
                "http://[64:ff9b::7f00:1]:%d/a.png",
                "http://[fd00::1]:%d/a.png",
                "http://0.0.0.0:%d/a.png",
                "http://169.254.169.254/latest/meta-data/",
                "http://no-such-host.invalid/a.png"
            })
    void s35_hosts_that_are_not_public_are_refused_in_the_same_words(String url) {
        inside.at("/a.png", ok("image/png", picture));

        post(Role.AUTHOR, Map.of("url", url.formatted(inside.port())))
                .then()
                .statusCode(422)
                .body(
                        "code", is("validation_failed"),
                        "errors[0].pointer", is("/url"),
                        "errors[0].code", is("refused_host"),
                        "detail", matchesPattern("The host \\S+ has no public address\\."));
        assertThat(inside.connections()).isZero();
        isUnchanged();
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.1:%d/a.png,invalid_url",
        "http://2130706433:%d/a.png,invalid_url",
        "http://0177.0.0.1:%d/a.png,invalid_url",
        "http://0x7f.1:%d/a.png,invalid_url",
        "http://user@inside.test:%d/a.png,invalid_url",
        "http://user:hunter2@inside.test:%d/a.png,invalid_url",
        "http://example.org@127.0.0.1:%d/a.png,invalid_url",
        "file:///etc/passwd,invalid_url",
        "gopher://inside.test:%d/a.png,invalid_url",
        "ftp://inside.test:%d/a.png,invalid_url",
        "a.png,invalid_url",
        "http://inside.test:22/a.png,refused_port",
        "http://inside.test:5432/a.png,refused_port"
    })
    void s35_urls_that_are_not_plain_are_refused(String url, String code) {
        post(Role.AUTHOR, Map.of("url", url.formatted(inside.port())))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/url"), "errors[0].code", is(code))
                .body(not(containsString("hunter2")));
        assertThat(inside.connections()).isZero();
    }

    @Test
    void s37_redirects_to_elsewhere_are_not_followed() {
        inside.at("/a.png", ok("image/png", picture));
        for (var location : List.of(
                "http://127.0.0.1:" + inside.port() + "/a.png",
                "http://files.test:" + inside.port() + "/a.png",
                "http://169.254.169.254/")) {
            server.at("/a.png", redirect(302, location));
            refused("/a.png", "refused_redirect").body(not(containsString(location)));
        }
        server.at("/a.png", redirect(302, "/a.png"));
        refused("/a.png", "refused_redirect");
        assertThat(inside.connections()).isZero();
        isUnchanged();
    }

    @Test
    void s38_what_another_server_does_wrong_is_said_and_leaves_nothing() {
        var secret = "hunter2".getBytes(UTF_8);
        server.at("/404", answer("HTTP/1.1 404 Not Found\nContent-Length: 7", secret))
                .at("/gzip", answer("HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: 7", secret))
                .at("/ssh", answer("SSH-2.0-hunter2", secret))
                .at("/short", answer("HTTP/1.1 200 OK\nContent-Length: 9000", secret))
                .at("/chunk", answer("HTTP/1.1 200 OK\nTransfer-Encoding: chunked", secret));

        refused("/404", "refused_response").body("detail", containsString("404"));
        refused("/gzip", "refused_response");
        refused("/ssh", "refused_response");
        refused("/short", "incomplete");
        refused("/chunk", "incomplete");
        isUnchanged();
    }

    @Test
    void s27_s28_the_bytes_decide_on_the_type() {
        var page = "<!doctype html><script>alert(1)</script>".getBytes(UTF_8);
        server.at("/page.png", ok("image/png", page))
                .at("/page", ok("text/html", page))
                .at("/film.mp4", ok("video/mp4", picture))
                .at("/half.png", ok("image/png", Arrays.copyOf(picture, picture.length / 2)))
                .at("/empty.png", ok("image/png", new byte[0]));

        for (var path : List.of("/page.png", "/page", "/film.mp4")) {
            fetch(path).statusCode(415).body("code", is("unsupported_media_type"));
        }
        fetch("/half.png").statusCode(422).body("errors[0].pointer", is("/url"), "errors[0].code", is("invalid_image"));
        fetch("/empty.png").statusCode(422).body("errors[0].pointer", is("/url"), "errors[0].code", is("required"));
        isUnchanged();
    }

    @Test
    void s33_what_is_too_large_is_given_up_early() {
        var sent = new CountDownLatch(1);
        server.at("/said", out -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + (MAX_SIZE + 1) + "\r\n\r\n").getBytes(UTF_8));
            out.flush();
            sent.await();
        });
        server.at("/endless", out -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(UTF_8));
            var chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(UTF_8);
            while (true) {
                out.write(chunk);
            }
        });

        for (var path : List.of("/said", "/endless")) {
            fetch(path)
                    .statusCode(413)
                    .body("code", is("body_too_large"), "detail", containsString(String.valueOf(MAX_SIZE)));
        }
        await().until(() -> server.open() == 0);
        isUnchanged();
    }

    @Test
    void few_files_are_fetched_at_once_and_others_are_told_when_to_come_again() throws Exception {
        var go = new CountDownLatch(1);
        server.at("/slow.png", out -> {
            go.await();
            ok("image/png", picture).write(out);
        });
        tokens.of(Role.AUTHOR);
        int many = 9; // one more than may run and wait
        var threads = Executors.newFixedThreadPool(many);
        try {
            var answers = new ExecutorCompletionService<Response>(threads);
            IntStream.range(0, many)
                    .forEach(i -> answers.submit(() -> post(Role.AUTHOR, Map.of("url", url("/slow.png")))));
            answers.take()
                    .get()
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("code", is("unavailable"), "detail", startsWith("Too many files are being fetched"));
            assertThat(server.connections()).isLessThanOrEqualTo(4);
            go.countDown();
            for (int i = 1; i < many; i++) {
                answers.take().get().then().statusCode(201);
            }
        } finally {
            go.countDown();
            threads.shutdown();
        }
    }

    private ValidatableResponse fetched(String path) {
        return fetch(path).statusCode(201);
    }

    private ValidatableResponse refused(String path, String code) {
        return fetch(path)
                .statusCode(422)
                .body(
                        "code", is("validation_failed"),
                        "errors[0].pointer", is("/url"),
                        "errors[0].code", is(code),
                        "errors", hasSize(1))
                .body(not(containsString("hunter2")));
    }

    private ValidatableResponse fetch(String path) {
        return post(Role.AUTHOR, Map.of("url", url(path))).then();
    }

    private Response keyed(String key, Map<String, ?> body) {
        return tokens.as(Role.AUTHOR).header("Idempotency-Key", key).body(body).post(FROM_URL);
    }

    private Response post(Role role, Map<String, ?> body) {
        return tokens.as(role).body(body).post(FROM_URL);
    }

    private RequestSpecification scoped(Scope scope) {
        return given().auth()
                .preemptive()
                .oauth2(tokens.scoped(Role.ADMINISTRATOR, scope))
                .contentType("application/json");
    }

    private String url(String path) {
        return "http://files.test:" + server.port() + path;
    }

    /** Neither a file nor a row. */
    private void isUnchanged() {
        assertThat(files()).isEqualTo(before);
        assertThat(newest()).isEqualTo(newest);
    }

    private static String newest() {
        return given().queryParams("sort", "-id", "limit", 1)
                .get("/api/v1/media")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id")
                .toString();
    }

    private static List<String> files() {
        try (Stream<Path> all = Files.exists(FOLDER) ? Files.walk(FOLDER) : Stream.empty()) {
            return all.filter(Files::isRegularFile).map(Path::toString).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
