package io.masthead.api.v1.site;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import io.masthead.testsupport.InProcess;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.persistence.EntityManager;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ImportResourceTest {

    private static final String IMPORTS = "/api/v1/imports";
    private static final Duration LONG = Duration.ofSeconds(60);

    /** As the configuration has it for tests. */
    private static final Path UPLOADS = Path.of("target", "uploads");

    private final Tokens tokens = new Tokens();

    @TestHTTPResource(IMPORTS)
    URI address;

    private final String site = "s" + UUID.randomUUID().toString().substring(0, 12);

    @Test
    void a_file_is_taken_in_at_once_and_tells_how_it_goes() {
        var answer = send(export(item(1, "publish")));
        answer.then()
                .statusCode(202)
                .contentType(ContentType.JSON)
                .header("Cache-Control", "private, no-store")
                .body(
                        "status", is(oneOf("queued", "running", "completed")),
                        "fileName", is("export.xml"),
                        "failure", nullValue());
        var id = answer.jsonPath().getLong("id");
        assertThat(answer.header("Location")).isEqualTo(IMPORTS + "/" + id);

        var done = finished(id);

        assertThat(done.getString("status")).isEqualTo("completed");
        assertThat(done.getString("siteUrl")).isEqualTo(site + ".example");
        assertThat(done.getInt("recordsFound")).isEqualTo(1);
        assertThat(done.getInt("recordsDone")).isEqualTo(1);
        assertThat(done.getInt("counts.find { it.kind == 'posts' }.written")).isEqualTo(1);
        assertThat(done.getList("warnings")).isEmpty();
        assertThat(done.getString("finishedAt")).isNotNull();
        given().get("/api/v1/posts/by-slug/" + site + "-1")
                .then()
                .statusCode(200)
                .body("title", is(site + " 1"));
    }

    @Test
    void a_warning_names_the_item_it_concerns() {
        var done = imported(export(item(71, "archived") + item(72, "publish")));

        assertThat(done.getString("status")).isEqualTo("completed");
        assertThat(done.getInt("warningCount")).isEqualTo(1);
        assertThat(done.<Map<String, String>>getList("warnings"))
                .singleElement()
                .satisfies(warning -> assertThat(warning)
                        .containsEntry("kind", "posts")
                        .containsEntry("sourceId", "71")
                        .containsEntry("title", site + " 71")
                        .hasEntrySatisfying(
                                "message", message -> assertThat(message).contains("archived")));
    }

    @Test
    void the_events_end_with_the_last_state() throws Exception {
        var id = started(export(item(1, "publish")));
        var request = HttpRequest.newBuilder(URI.create(address + "/" + id + "/events"))
                .header("Authorization", "Bearer " + tokens.of(Role.ADMINISTRATOR))
                .build();
        var answer = HttpClient.newHttpClient()
                .sendAsync(request, BodyHandlers.ofString())
                .get(LONG.toSeconds(), TimeUnit.SECONDS);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        var lines = answer.body().lines().toList();
        assertThat(lines).contains("event:progress");
        var states = lines.stream().filter(line -> line.startsWith("data:")).toList();
        var last = JsonPath.from(states.get(states.size() - 1).substring("data:".length()));
        assertThat(last.getLong("id")).isEqualTo(id);
        assertThat(last.getString("status")).isEqualTo("completed");
        assertThat(last.getInt("recordsDone")).isEqualTo(1);
    }

    @Test
    void the_events_of_an_import_that_is_over_are_one() {
        var id = started(export(item(1, "publish")));
        finished(id);
        var lines =
                asking(Role.ADMINISTRATOR).get(IMPORTS + "/" + id + "/events").asString();
        assertThat(lines.lines().filter(line -> line.startsWith("data:"))).hasSize(1);
    }

    @Test
    void a_repeat_adds_nothing() {
        var text = export(item(1, "publish") + item(2, "draft"));
        imported(text);
        var posts = total("posts");

        var again = imported(text);

        assertThat(again.getString("status")).isEqualTo("completed");
        assertThat(again.getList("counts.written")).containsOnly(0);
        assertThat(again.getInt("counts.find { it.kind == 'posts' }.skipped")).isEqualTo(2);
        assertThat(total("posts")).isEqualTo(posts);
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void the_same_key_with_the_same_file_starts_once() {
        var key = UUID.randomUUID().toString();
        var text = export(item(1, "publish"));
        var first = with(key, text).then().statusCode(202).extract();
        var second = with(key, text).then().statusCode(202).extract();

        assertThat(second.<Integer>path("id")).isEqualTo(first.<Integer>path("id"));
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        with(key, export(item(2, "publish"))).then().statusCode(422).body("code", is("idempotency_key_reused"));
        finished(first.<Integer>path("id"));
        await().atMost(LONG).until(() -> number("select count(*) from import_chunk") == 0);
    }

    @Test
    void a_malformed_file_stores_nothing_and_tells_where() {
        var posts = total("posts");
        var text = export(item(1, "publish") + "\n<item><title>Cut</item>\n" + item(2, "publish"));

        var failed = imported(text);

        assertThat(failed.getString("status")).isEqualTo("failed");
        assertThat(failed.getString("failure.detail")).startsWith("Line ");
        assertThat(failed.getInt("failure.line"))
                .isEqualTo(1 + text.substring(0, text.indexOf("Cut")).lines().count() - 1);
        assertThat(failed.getInt("failure.column")).isGreaterThan(6);
        assertThat(failed.getList("counts")).isEmpty();
        assertThat(total("posts")).isEqualTo(posts);
        given().get("/api/v1/posts/by-slug/" + site + "-1").then().statusCode(404);
    }

    @Test
    void a_zip_archive_of_several_files_is_one_import_whatever_its_name_and_type() throws IOException {
        var author = "<wp:author><wp:author_id>9</wp:author_id><wp:author_login>%s</wp:author_login></wp:author>"
                .formatted(site);
        var category = "<wp:category><wp:category_nicename>%s</wp:category_nicename><wp:cat_name>%s</wp:cat_name>"
                        .formatted(site, site)
                + "</wp:category>";
        var archive = zip(
                "a/1.xml", export(author + category + item(1, "publish")),
                "__MACOSX/a/._1.xml", "no export",
                "a/2.xml", export(author + category + item(2, "publish")));

        var done = imported(archive);

        assertThat(done.getString("status")).isEqualTo("completed");
        assertThat(done.getString("fileName")).isEqualTo("export.xml");
        assertThat(done.getInt("bytes")).isEqualTo(archive.length);
        assertThat(done.getInt("recordsFound")).isEqualTo(6);
        assertThat(done.getInt("recordsDone")).isEqualTo(6);
        for (var count : List.of("users 1", "categories 1", "posts 2")) {
            var kind = count.substring(0, count.indexOf(' '));
            assertThat(count).isEqualTo(kind + " " + done.getInt("counts.find { it.kind == '" + kind + "' }.found"));
            assertThat(count).isEqualTo(kind + " " + done.getInt("counts.find { it.kind == '" + kind + "' }.written"));
            assertThat(done.getInt("counts.find { it.kind == '" + kind + "' }.skipped"))
                    .isZero();
        }
        given().get("/api/v1/posts/by-slug/" + site + "-1").then().statusCode(200);
        given().get("/api/v1/posts/by-slug/" + site + "-2").then().statusCode(200);
    }

    @Test
    void a_gzip_file_is_read_like_the_export_in_it() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(export(item(1, "publish")).getBytes(UTF_8));
        }

        assertThat(imported(packed.toByteArray()).getString("status")).isEqualTo("completed");
        given().get("/api/v1/posts/by-slug/" + site + "-1").then().statusCode(200);
    }

    @Test
    void a_malformed_file_in_an_archive_stores_nothing_of_all_and_is_named() throws IOException {
        var failed = imported(zip(
                "good.xml", export(item(1, "publish")), "bad.xml", export("<item><title>Cut</item>"), "more.xml", ""));

        assertThat(failed.getString("status")).isEqualTo("failed");
        assertThat(failed.getString("failure.detail")).startsWith("File \"bad.xml\" in the archive: Line ");
        assertThat(failed.getInt("failure.line")).isEqualTo(6);
        assertThat(failed.getInt("failure.column")).isGreaterThan(6);
        given().get("/api/v1/posts/by-slug/" + site + "-1").then().statusCode(404);
    }

    @Test
    void files_may_spell_their_site_with_and_without_www() throws IOException {
        var done = imported(zip(
                "1.xml", export(item(1, "publish")),
                "2.xml", export(item(2, "publish")).replace("https://" + site, "http://www." + site)));

        assertThat(done.getString("status")).isEqualTo("completed");
        assertThat(done.getInt("counts.find { it.kind == 'posts' }.written")).isEqualTo(2);
    }

    @Test
    void files_of_several_sites_are_not_imported_together() throws IOException {
        var failed = imported(zip(
                "1.xml", export(item(1, "publish")),
                "2.xml", export(item(2, "publish")).replace(site + ".example", "other.example")));

        assertThat(failed.getString("status")).isEqualTo("failed");
        assertThat(failed.getString("failure.detail")).contains(site + ".example and other.example");
        assertThat(failed.getString("failure.line")).isNull();
        given().get("/api/v1/posts/by-slug/" + site + "-1").then().statusCode(404);
    }

    @Test
    void a_damaged_archive_fails_with_a_sentence_and_stores_nothing() throws IOException {
        var archive = zip("1.xml", export(item(1, "publish")), "2.xml", export(item(2, "publish")));
        var second = new String(archive, ISO_8859_1).indexOf("PK\u0003\u0004", 4);

        for (int length : List.of(100, second, second + 10, archive.length - 30, archive.length - 1)) {
            var failed = imported(Arrays.copyOf(archive, length));
            assertThat(failed.getString("status")).isEqualTo("failed");
            assertThat(failed.getString("failure.detail"))
                    .isEqualTo("The archive ends too early; it was not made or copied in full.");
        }
        given().get("/api/v1/posts/by-slug/" + site + "-1").then().statusCode(404);
        assertThat(imported(zip("notes.txt", "no")).getString("failure.detail")).contains("has no export");
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE rss [<!ENTITY x SYSTEM" + " \"file:///etc/passwd\">]><rss><channel>&x;</channel></rss>",
                "<!DOCTYPE rss SYSTEM \"http://localhost:1/x.dtd\"><rss><channel/></rss>",
                "<!DOCTYPE rss [<!ENTITY a \"aaaa\">]><rss><channel>&a;</channel></rss>",
                "<rss version=\"2.0\"><channel><title>A feed</title></channel></rss>",
                "<html><body>An error page</body></html>",
                "{\"posts\": []}",
                " ",
            })
    void what_is_no_export_is_refused(String text) {
        var posts = total("posts");

        var failed = imported(text);

        assertThat(failed.getString("status")).isEqualTo("failed");
        assertThat(failed.getString("failure.detail")).isNotBlank().doesNotContain("root:");
        assertThat(failed.getInt("recordsDone")).isZero();
        assertThat(total("posts")).isEqualTo(posts);
        await().atMost(LONG).until(() -> number("select count(*) from import_chunk") == 0);
    }

    @Test
    void an_empty_file_is_refused() {
        var before = total("imports");
        send("").then().statusCode(422).body("errors[0].pointer", is("/file"), "errors[0].code", is("required"));
        assertThat(total("imports")).isEqualTo(before);
    }

    @Test
    void a_form_without_a_file_is_refused() {
        form().multiPart("options", "{}")
                .post(IMPORTS)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/file"), "errors[0].code", is("required"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"colour\": 1}                 | 400 | unknown_field",
                "{\"settings\": \"yes\"}         | 400 | wrong_type",
                "{\"users\": []}                 | 400 | wrong_type",
                "{\"settings\": true, \"settings\": true} | 400 | duplicate_field",
                "{\"settings\": tru              | 400 | malformed",
                "null                            | 400 | wrong_type",
                "{\"defaultRole\": \"boss\"}     | 422 | ",
                "{\"roles\": {\"ada\": \"boss\"}} | 422 | ",
                "{\"roles\": {\"ada\": null}}    | 422 | ",
                "{\"users\": {\"ada\": \"not-here\"}} | 422 | ",
                "{\"users\": {\"ada\": null}}    | 422 | ",
                "{\"users\": {\"ada\": \"\"}}      | 422 | ",
                "{\"media\": \"folder\"}          | 422 | not_in_enum",
                "{\"media\": \"/etc\"}            | 422 | not_in_enum",
                "{\"uploads\": \"/etc\"}          | 400 | unknown_field",
                "{\"rewriteAddresses\": \"x\"}    | 400 | wrong_type",
            })
    void options_that_cannot_be_meant_are_refused(String options, int status, String code) {
        var before = total("imports");
        var answer = form().multiPart("file", "export.xml", export("").getBytes(UTF_8))
                .multiPart("options", options)
                .post(IMPORTS);
        answer.then().statusCode(status).body("errors[0].pointer", notNullValue());
        if (code != null) {
            answer.then().body("errors[0].code", is(code));
        } else {
            answer.then().body("errors[0].pointer", startsWith("/options/"));
        }
        assertThat(total("imports")).isEqualTo(before);
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void options_say_who_authors_are() {
        var login = site + "-ada";
        var text = export("""
                        <wp:author><wp:author_id>0</wp:author_id><wp:author_login>%s</wp:author_login>
                        <wp:author_email>%s@example.org</wp:author_email></wp:author>
                        """.formatted(login, login));
        var id = form().multiPart("file", "export.xml", text.getBytes(UTF_8))
                .multiPart("options", "{\"roles\": {\"%s\": \"author\"}}".formatted(login))
                .post(IMPORTS)
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("id");
        finished(id);
        assertThat(number("select count(*) from users where role = 'AUTHOR' and login = '" + login + "'"))
                .isEqualTo(1);
    }

    @Test
    void files_are_fetched_only_if_the_operator_allows_it() {
        var before = total("imports");
        form().multiPart("file", "export.xml", export("").getBytes(UTF_8))
                .multiPart("options", "{\"media\": \"fetch\"}")
                .post(IMPORTS)
                .then()
                .statusCode(409)
                .body("code", is("fetch_disabled"));
        assertThat(total("imports")).isEqualTo(before);
    }

    @Test
    void addresses_inside_contents_are_counted_if_they_are_to_change() {
        var text = export("""
                <item><wp:post_id>0</wp:post_id><title>Inside</title><wp:post_name>%1$s-inside</wp:post_name>
                <wp:post_type>post</wp:post_type><wp:status>publish</wp:status><content:encoded><![CDATA[
                <img src="https://%1$s.example/wp-content/uploads/a.jpg">]]></content:encoded></item>
                """.formatted(site));
        var id = form().multiPart("file", "export.xml", text.getBytes(UTF_8))
                .multiPart("options", "{\"media\": \"none\", \"rewriteAddresses\": true}")
                .post(IMPORTS)
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("id");
        assertThat(finished(id).getInt("counts.find { it.kind == 'addresses' }.skipped"))
                .isEqualTo(1);
    }

    @Test
    void another_kind_of_body_is_refused() {
        tokens.as(Role.ADMINISTRATOR).body("{}").post(IMPORTS).then().statusCode(415);
        asking(Role.ADMINISTRATOR)
                .contentType("text/xml; charset=utf-8")
                .body(export(item(1, "publish")))
                .post(IMPORTS)
                .then()
                .statusCode(415)
                .body("code", is("unsupported_media_type"));
    }

    @Test
    void a_guest_must_sign_in() {
        var id = started(export(""));
        for (var path : List.of("", "/" + id, "/" + id + "/events")) {
            given().get(IMPORTS + path).then().statusCode(401).body("code", is("unauthenticated"));
        }
        given().multiPart("file", "export.xml", export("").getBytes(UTF_8))
                .post(IMPORTS)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTRATOR")
    void only_administrators_import(Role role) {
        var id = started(export(""));
        for (var path : List.of("", "/" + id, "/" + id + "/events", "/999999999")) {
            asking(role).get(IMPORTS + path).then().statusCode(403).body("code", is("forbidden"));
        }
        asking(role)
                .multiPart("file", "export.xml", export("").getBytes(UTF_8))
                .post(IMPORTS)
                .then()
                .statusCode(403)
                .body("code", is("forbidden"));
    }

    @Test
    void who_may_not_import_is_told_before_the_file_is_sent() throws IOException {
        assertThat(statusBeforeBody("", 100_000)).isEqualTo(401);
        assertThat(statusBeforeBody("Authorization: Bearer nobody\r\n", 100_000))
                .isEqualTo(401);
        assertThat(statusBeforeBody("Authorization: Bearer " + tokens.of(Role.EDITOR) + "\r\n", 100_000))
                .isEqualTo(403);
    }

    @Test
    void a_file_that_is_too_large_is_refused_before_it_is_sent() throws IOException {
        var token = "Authorization: Bearer " + tokens.of(Role.ADMINISTRATOR) + "\r\n";
        try (var socket = request(token, 513L * 1024 * 1024)) {
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            var lines = answer.lines().toList();
            assertThat(lines.get(0)).contains("413");
            assertThat(lines).anyMatch(line -> line.endsWith("application/problem+json"));
            assertThat(JsonPath.from(lines.get(lines.size() - 1)).getString("code"))
                    .isEqualTo("body_too_large");
        }
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void no_upload_is_left_on_the_disk() throws IOException {
        var id = started(export(item(1, "publish")));
        send("").then().statusCode(422);
        form().multiPart("file", "a", new byte[1]).multiPart("options", "x").post(IMPORTS);
        finished(id);
        await().atMost(LONG).until(() -> uploaded() == 0);
        await().atMost(LONG).until(() -> number("select count(*) from import_chunk") == 0);
    }

    @Test
    void an_unknown_import_is_not_found() {
        for (var path : List.of("/999999999", "/999999999/events")) {
            asking(Role.ADMINISTRATOR)
                    .get(IMPORTS + path)
                    .then()
                    .statusCode(404)
                    .body("code", is("import_not_found"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1abc", "0", "-1", "9223372036854775808"})
    void what_is_no_id_is_refused(String id) {
        for (var path : List.of("/" + id, "/" + id + "/events")) {
            asking(Role.ADMINISTRATOR)
                    .get(IMPORTS + path)
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", is("id"));
        }
    }

    @Test
    void fields_narrow_the_answer() {
        var id = started(export(""));
        var narrow = asking(Role.ADMINISTRATOR)
                .queryParam("fields", "id,counts.kind")
                .get(IMPORTS + "/" + id);
        narrow.then().statusCode(200);
        assertThat(narrow.jsonPath().<String, Object>getMap("$")).containsOnlyKeys("id", "counts");
        for (var path : List.of("/" + id, "")) {
            asking(Role.ADMINISTRATOR)
                    .queryParam("fields", "id,colour")
                    .get(IMPORTS + path)
                    .then()
                    .statusCode(400)
                    .body("errors.parameter", hasItem("fields"));
        }
    }

    @Test
    void the_list_has_the_latest_first_and_no_warnings() {
        var first = imported(export(item(1, "archived"))).getInt("id");
        var second = imported(export(item(2, "archived"))).getInt("id");
        var page = asking(Role.ADMINISTRATOR).queryParam("limit", 1).get(IMPORTS);
        page.then()
                .statusCode(200)
                .body(
                        "items.id", contains(second),
                        "items[0].warningCount", is(1),
                        "items[0]", not(hasKey("warnings")),
                        "page.next", notNullValue(),
                        "page.total", nullValue());
        asking(Role.ADMINISTRATOR)
                .queryParams("limit", 1, "cursor", page.<String>path("page.next"))
                .get(IMPORTS)
                .then()
                .body("items.id", contains(first), "page.prev", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "cursor=x", "status=failed", "limit=1&limit=2"})
    void a_bad_parameter_is_named(String query) {
        asking(Role.ADMINISTRATOR)
                .get(IMPORTS + "?" + query)
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem(query.substring(0, query.indexOf('='))));
    }

    // --- Requests -------------------------------------------------------------------------------

    private RequestSpecification asking(Role role) {
        return given().auth().preemptive().oauth2(tokens.of(role));
    }

    private RequestSpecification form() {
        return asking(Role.ADMINISTRATOR).contentType(ContentType.MULTIPART);
    }

    private Response send(String text) {
        return send(text.getBytes(UTF_8));
    }

    private Response send(byte[] file) {
        return form().multiPart("file", "export.xml", file).post(IMPORTS);
    }

    private Response with(String key, String text) {
        return form().header("Idempotency-Key", key)
                .multiPart("file", "export.xml", text.getBytes(UTF_8))
                .post(IMPORTS);
    }

    private long started(String text) {
        return send(text).then().statusCode(202).extract().jsonPath().getLong("id");
    }

    private JsonPath imported(String text) {
        return finished(started(text));
    }

    private JsonPath imported(byte[] file) {
        return finished(send(file).then().statusCode(202).extract().jsonPath().getLong("id"));
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(UTF_8));
            }
        }
        return packed.toByteArray();
    }

    private JsonPath finished(long id) {
        return await().atMost(LONG)
                .until(
                        () -> asking(Role.ADMINISTRATOR)
                                .get(IMPORTS + "/" + id)
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath(),
                        json -> List.of("completed", "failed").contains(json.getString("status")));
    }

    private int total(String path) {
        return asking(Role.ADMINISTRATOR)
                .queryParam("count", true)
                .get("/api/v1/" + path)
                .then()
                .statusCode(200)
                .extract()
                .path("page.total");
    }

    /** The status that comes although nothing of the body does. */
    private int statusBeforeBody(String headers, long length) throws IOException {
        try (var socket = request(headers, length)) {
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            return Integer.parseInt(
                    answer.readLine().substring("HTTP/1.1 ".length()).substring(0, 3));
        }
    }

    private Socket request(String headers, long length) throws IOException {
        var socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout((int) LONG.toMillis() / 2);
        socket.getOutputStream().write("""
                        POST %s HTTP/1.1\r
                        Host: localhost\r
                        %sContent-Length: %d\r
                        Content-Type: multipart/form-data; boundary=x\r
                        \r
                        """.formatted(IMPORTS, headers, length).getBytes(UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    private long uploaded() throws IOException {
        if (!Files.isDirectory(UPLOADS)) {
            return 0;
        }
        try (var files = Files.list(UPLOADS)) {
            return files.count();
        }
    }

    private long number(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) InProcess.bean(EntityManager.class)
                                .createNativeQuery(sql)
                                .getSingleResult())
                        .longValue());
    }

    // --- Files ----------------------------------------------------------------------------------

    private String export(String records) {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"
          xmlns:content="http://purl.org/rss/1.0/modules/content/">
        <channel><title>A site</title><wp:wxr_version>1.2</wp:wxr_version>
        <wp:base_blog_url>https://%s.example</wp:base_blog_url>
        """.formatted(site) + records + "</channel></rss>";
    }

    private String item(int id, String status) {
        return """
        <item><title>%s %d</title><wp:post_id>%d</wp:post_id><wp:post_name>%s-%d</wp:post_name>
        <wp:post_type>post</wp:post_type><wp:status>%s</wp:status>
        <wp:post_date_gmt>2020-01-02 03:04:05</wp:post_date_gmt></item>
        """.formatted(site, id, id, site, id, status);
    }
}
