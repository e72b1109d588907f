package io.masthead.wp.v2.media;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
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
import io.masthead.testsupport.RawHttp;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as WordPress' clients send them: as a part of a form, or as bytes with a name. */
@OnBothDatabases
@QuarkusTest
class MediaUploadTest {

    private static final String MEDIA = "/wp-json/wp/v2/media";

    // The numbers of IPTC's fields.
    private static final int HEADLINE = 105;
    private static final int CAPTION = 120;
    private static final int CREDIT = 110;
    private static final int KEYWORDS = 25;

    private final Tokens tokens = new Tokens();
    private final Blog blog = Blog.ofAdministrator();

    @Test
    void a_form_brings_a_file_and_what_is_said_of_it() {
        var picture = Pictures.png();
        var title = Blog.unique("Ferry ");
        var made = form(Role.AUTHOR, picture, "Die Ferry.JPG", "image/jpeg")
                .multiPart("title", title)
                .multiPart("caption", "<em>Alma</em><script>x()</script>")
                .multiPart("alt_text", "At the <b>pier</b>")
                .multiPart("description", "<p onclick='x()'>Long</p>")
                .multiPart("date", "2024-05-03T12:00:00")
                .multiPart("slug", title)
                .multiPart("status", "publish")
                .multiPart("generate_sub_sizes", "false")
                .post(MEDIA)
                .then()
                .statusCode(201)
                .header("Location", matchesPattern(MEDIA + "/\\d+"))
                .header("Allow", is("GET, POST"))
                .body(
                        "title.raw",
                        is(title),
                        "slug",
                        is(title.toLowerCase(Locale.ROOT).replace(' ', '-')))
                .body("caption.raw", is("<em>Alma</em>"), "description.raw", is("<p>Long</p>"))
                .body("alt_text", is("At the pier"), "date", is("2024-05-03T12:00:00"))
                .body("status", is("inherit"), "meta", empty(), "post", nullValue())
                .body("media_type", is("image"), "mime_type", is("image/png"))
                .body("media_details.width", is(3), "media_details.height", is(2))
                .body("media_details.filesize", is(picture.length), "filesize", is(picture.length))
                .body("media_details.file", matchesPattern("\\d{4}/\\d{2}/die-ferry-[0-9a-f]{12}\\.png"))
                .body("media_details.image_meta.orientation", is("0"), "missing_image_sizes", empty())
                .body("exif_orientation", is(1), "image_quality.default", is(82))
                .body("source_url", matchesPattern("https?://[^/]+/media/\\d{4}/\\d{2}/die-ferry-[0-9a-f]{12}\\.png"))
                .extract();
        var json = made.jsonPath();
        assertThat(made.header("X-WP-Upload-Attachment-ID")).isEqualTo(json.getString("id"));
        assertThat(json.getString("guid.raw")).isEqualTo(json.getString("source_url"));
        assertThat(json.getString("source_url")).endsWith(json.getString("media_details.file"));
        assertThat(bytes(json)).isEqualTo(picture);
        given().get(made.header("Location"))
                .then()
                .statusCode(200)
                .body("title.rendered", is(title), "$", not(hasKey("missing_image_sizes")));
        given().get("/api/v1/media/" + json.getLong("id"))
                .then()
                .statusCode(200)
                .body("title", is(title), "url", is(json.getString("source_url")));
    }

    @Test
    void bytes_alone_have_their_name_in_a_header_and_the_rest_in_the_query() {
        var picture = Pictures.png();
        var title = Blog.unique("Query ");
        var made = bytes(Role.AUTHOR, "attachment; filename=My Photo (1).JPG", "image/png")
                .queryParam("title", title)
                .queryParam("alt_text", "Alt")
                .body(picture)
                .post(MEDIA)
                .then()
                .statusCode(201)
                .body("title.raw", is(title), "alt_text", is("Alt"), "author", is((int) tokens.idOf(Role.AUTHOR)))
                .body("filename", startsWith("my-photo-1-"))
                .extract()
                .jsonPath();
        assertThat(bytes(made)).isEqualTo(picture);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "attachment; filename=\"photo.png\"|photo",
                "inline; filename=photo.png|photo",
                "attachment; filename=My Photo (1).PNG|My Photo (1)",
                "attachment; filename*=UTF-8''%C3%BCber.png|über",
                "attachment; filename=\"x.png\"; filename*=UTF-8''%D0%BC%D0%BE%D1%80%D0%B5.png|море",
                "attachment; filename=\"../../evil.png\"|evil",
                "attachment; filename=\"..\\..\\evil.png\"|evil",
                "attachment; filename=\"/etc/evil.png\"|evil",
                "attachment; filename=\"no ending\"|no ending"
            })
    void s30_a_name_makes_a_title_and_leads_nowhere(String disposition, String title) {
        var made = bytes(Role.AUTHOR, disposition, "image/png")
                .body(Pictures.png())
                .post(MEDIA)
                .then()
                .statusCode(201)
                .body("title.raw", is(title))
                .body("source_url", matchesPattern("https?://[^/]+/media/\\d{4}/\\d{2}/[a-z0-9-]+-[0-9a-f]{12}\\.png"))
                .extract()
                .jsonPath();
        given().get(path(made)).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "海🚢.txt|海🚢",
                "ים.txt|ים",
                "evil\u202etxt.gnp.txt|eviltxt.gnp",
                "C:\\dir\\море.txt|море",
                "../../a.txt|a",
                "a\u0000b.txt|ab"
            })
    void s30_names_in_any_language_are_as_harmless(String name, String title) throws IOException {
        // As no HTTP client here sends them.
        var text = "Text " + UUID.randomUUID();
        var head = "POST " + MEDIA
                + "?title=&_fields=title.raw,source_url HTTP/1.1|Host: x|Connection: close|Authorization: Bearer "
                + tokens.of(Role.AUTHOR) + '|';
        if (name.indexOf(0) < 0) { // which no header may have
            try (var connection = RawHttp.open()) {
                var answer = connection
                        .send(head + "Content-Type: text/plain|Content-Length: " + text.length()
                                + "|Content-Disposition: attachment; filename=\"" + latin(name) + "\"||" + text)
                        .readAnswer();
                assertThat(answer).startsWith("HTTP/1.1 201");
                assertNamed(JsonPath.from(answer.substring(answer.indexOf("\r\n\r\n"))), title);
            }
        }
        var form = "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n" + text
                + "\r\n--B--\r\n";
        assertNamed(
                raw("multipart/form-data; boundary=B", form)
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath(),
                title);
    }

    private static void assertNamed(JsonPath made, String title) {
        assertThat(made.getString("title.raw")).isEqualTo(title);
        assertThat(made.getString("source_url"))
                .matches("https?://[^/]+/media/\\d{4}/\\d{2}/[a-z0-9-]+-[0-9a-f]{12}\\.txt");
    }

    private static String latin(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    @Test
    void a_long_name_is_cut() {
        form(Role.AUTHOR, Pictures.png(), "n".repeat(4_000) + ".png", "image/png")
                .post(MEDIA)
                .then()
                .statusCode(201)
                .body("title.raw.length()", is(200));
    }

    @Test
    void what_a_picture_says_of_itself_is_taken_where_nothing_was_sent() {
        var headline = Blog.unique("Ferry <b>aground</b> ");
        var picture = Pictures.photograph(
                6,
                Map.of(
                        HEADLINE, headline,
                        CAPTION, "On <em>Monday</em><script>x()</script>",
                        CREDIT, "Ada Quill",
                        KEYWORDS, "sea"));
        var made = form(Role.AUTHOR, picture, "dsc1.jpg", "image/jpeg")
                .multiPart("title", "")
                .post(MEDIA)
                .then()
                .statusCode(201)
                .body("title.raw", is(headline.replaceAll("<.*?>", "").strip()))
                .body("caption.raw", is("On <em>Monday</em>"), "alt_text", is(""))
                .body("slug", startsWith("ferry-aground"))
                .body("media_details.width", is(20), "media_details.height", is(40))
                .body("media_details.image_meta.credit", is("Ada Quill"))
                .body("media_details.image_meta.keywords", contains("sea"))
                .body("media_details.image_meta.caption", is("On <em>Monday</em>"))
                .body("media_details.image_meta.orientation", is("1"), "exif_orientation", is(1))
                .extract()
                .jsonPath();
        assertThat(new String(bytes(made), ISO_8859_1)).contains("Ada Quill").doesNotContain("sea");
        given().get("/api/v1/media/" + made.getLong("id")).then().body("credit", is("Ada Quill"));
        form(Role.AUTHOR, picture, "dsc1.jpg", "image/jpeg")
                .multiPart("title", "Sent")
                .multiPart("caption", "Sent too")
                .post(MEDIA)
                .then()
                .statusCode(201)
                .body("title.raw", is("Sent"), "caption.raw", is("Sent too"));
    }

    @Test
    void a_number_or_an_endless_headline_is_no_title() {
        for (var headline : List.of("20260503", "t".repeat(600))) {
            form(Role.AUTHOR, Pictures.photograph(1, Map.of(HEADLINE, headline)), "dsc2.jpg", "image/jpeg")
                    .post(MEDIA)
                    .then()
                    .statusCode(201)
                    .body("title.raw", is("dsc2"));
        }
    }

    @Test
    void only_who_may_upload_does() {
        refused(given().multiPart("file", "a.png", Pictures.png()).post(MEDIA), 401, "rest_cannot_create")
                .body("message", is("Sorry, you are not allowed to create posts as this user."));
        for (var role : List.of(Role.SUBSCRIBER, Role.CONTRIBUTOR)) {
            refused(form(role, Pictures.png(), "a.png", "image/png").post(MEDIA), 403, "rest_cannot_create");
            refused(
                    bytes(role, "attachment; filename=a.png", "image/png")
                            .body(Pictures.png())
                            .post(MEDIA),
                    403,
                    "rest_cannot_create");
        }
        for (var role : List.of(Role.AUTHOR, Role.EDITOR, Role.ADMINISTRATOR)) {
            form(role, Pictures.png(), "a.png", "image/png")
                    .post(MEDIA)
                    .then()
                    .statusCode(201)
                    .body("author", is((int) tokens.idOf(role)));
        }
    }

    @Test
    void only_a_token_for_media_uploads_and_another_is_needed_to_attach() {
        var own = Blog.of(tokens.of(Role.AUTHOR)).published(Blog.unique("Own ")).write();
        assertThat(scoped(Scope.CONTENT_WRITE).post(MEDIA).statusCode()).isEqualTo(403);
        assertThat(scoped(Scope.MEDIA_WRITE)
                        .multiPart("post", own.id())
                        .post(MEDIA)
                        .statusCode())
                .isEqualTo(403);
        scoped(Scope.MEDIA_WRITE).post(MEDIA).then().statusCode(201);
        scoped(Scope.MEDIA_WRITE, Scope.CONTENT_WRITE)
                .multiPart("post", own.id())
                .post(MEDIA)
                .then()
                .statusCode(201)
                .body("post", is((int) own.id()));
    }

    private RequestSpecification scoped(Scope... scopes) {
        return given().auth()
                .preemptive()
                .oauth2(tokens.scoped(Role.AUTHOR, scopes))
                .multiPart("file", "a.png", Pictures.png(), "image/png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wp-json/wp/v2/media",
                "/wp-json/WP/V2/Media/",
                "/?rest_route=/wp/v2/media",
                "/index.php/wp-json/wp/v2/media"
            })
    void a_guest_is_refused_before_the_file_has_come(String path) throws IOException {
        try (var connection = RawHttp.open()) {
            var answer = connection
                    .send("POST " + path + " HTTP/1.1|Host: x|Content-Type: image/png|Content-Length: 5000000|"
                            + "Content-Disposition: attachment; filename=a.png||")
                    .readAnswer();
            assertThat(answer).startsWith("HTTP/1.1 401").contains("rest_cannot_create");
        }
    }

    @Test
    void a_file_belongs_only_to_a_post_that_the_caller_may_change() {
        var own = Blog.of(tokens.of(Role.AUTHOR)).published(Blog.unique("Own ")).write();
        var foreign = blog.published(Blog.unique("Foreign ")).write();
        for (var post : List.of(foreign.id(), 987_654_321L)) {
            refused(
                            form(Role.AUTHOR, Pictures.png(), "a.png", "image/png")
                                    .multiPart("post", post)
                                    .post(MEDIA),
                            403,
                            "rest_cannot_edit")
                    .body("message", is("Sorry, you are not allowed to upload media to this post."));
        }
        var made = form(Role.AUTHOR, Pictures.png(), "a.png", "image/png")
                .multiPart("post", own.id())
                .post(MEDIA)
                .then()
                .statusCode(201)
                .body("post", is((int) own.id()))
                .body("_links.'wp:attached-to'[0].href", endsWith("/wp-json/wp/v2/posts/" + own.id()))
                .body("_links.'wp:attached-to'[0].post_type", is("post"))
                .extract()
                .jsonPath();
        given().queryParam("_embed", "wp:attached-to")
                .get(MEDIA + "/" + made.getLong("id"))
                .then()
                .statusCode(200)
                .body("_embedded.'wp:attached-to'[0].id", is((int) own.id()));
    }

    @Test
    void an_editor_uploads_for_others_and_an_author_does_not() {
        var author = tokens.idOf(Role.AUTHOR);
        var editor = tokens.idOf(Role.EDITOR);
        form(Role.EDITOR, Pictures.png(), "a.png", "image/png")
                .multiPart("author", author)
                .post(MEDIA)
                .then()
                .statusCode(201)
                .body("author", is((int) author))
                .body("_links", hasKey("wp:action-assign-author"));
        form(Role.AUTHOR, Pictures.png(), "a.png", "image/png")
                .multiPart("author", author)
                .post(MEDIA)
                .then()
                .statusCode(201)
                .body("author", is((int) author))
                .body("_links", not(hasKey("wp:action-assign-author")));
        refused(
                form(Role.AUTHOR, Pictures.png(), "a.png", "image/png")
                        .multiPart("author", editor)
                        .post(MEDIA),
                403,
                "rest_cannot_edit_others");
        refused(
                form(Role.AUTHOR, Pictures.png(), "a.png", "image/png")
                        .multiPart("id", 12)
                        .post(MEDIA),
                400,
                "rest_post_exists");
    }

    @Test
    void a_body_without_a_name_is_refused() {
        refused(
                        tokens.as(Role.AUTHOR)
                                .contentType("image/png")
                                .body(Pictures.png())
                                .post(MEDIA),
                        400,
                        "rest_upload_no_content_disposition")
                .body("message", is("No Content-Disposition supplied."));
        refused(
                tokens.as(Role.AUTHOR).body(Map.of("title", "json only")).post(MEDIA),
                400,
                "rest_upload_no_content_disposition");
        for (var disposition : List.of("attachment", "attachment; filename=", "attachment; filename=\"\"", "a.png")) {
            refused(
                    bytes(Role.AUTHOR, disposition, "image/png")
                            .body(Pictures.png())
                            .post(MEDIA),
                    400,
                    "rest_upload_invalid_disposition");
        }
        refused(tokens.as(Role.AUTHOR).body("{").post(MEDIA), 400, "rest_invalid_json");
    }

    @Test
    void no_data_is_no_upload() {
        refused(bytes(Role.AUTHOR, "attachment; filename=a.png", "image/png").post(MEDIA), 400, "rest_upload_no_data");
        refused(multipart(Role.AUTHOR).multiPart("title", "No file").post(MEDIA), 400, "rest_upload_no_data");
        refused(raw("multipart/form-data", "--B\r\n"), 400, "rest_upload_no_data");
        refused(raw("multipart/form-data; boundary=B", "no form"), 400, "rest_upload_no_data");
    }

    @Test
    void a_form_whose_file_is_elsewhere_or_not_whole_is_refused() {
        refused(
                        multipart(Role.AUTHOR)
                                .multiPart("upload", "a.png", Pictures.png(), "image/png")
                                .post(MEDIA),
                        400,
                        "rest_upload_unknown_error")
                .body("message", startsWith("Specified file failed upload test."));
        var start = "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"";
        refused(raw("multipart/form-data; boundary=B", start + "a.txt\"\r\n\r\nhalf"), 400, "rest_upload_unknown_error")
                .body("message", containsString("partially"));
        refused(raw("multipart/form-data; boundary=B", start + "\"\r\n\r\n\r\n--B--"), 400, "rest_upload_unknown_error")
                .body("message", is("No file was uploaded."));
        refused(
                        raw("multipart/form-data; boundary=B", start + "a.txt\"\r\n\r\n\r\n--B--"),
                        400,
                        "rest_upload_unknown_error")
                .body("message", containsString("empty"));
    }

    @Test
    void another_spelling_of_the_path_takes_no_file_in() {
        refused(
                form(Role.AUTHOR, Pictures.png(), "a.png", "image/png")
                        .urlEncodingEnabled(false)
                        .post(MEDIA + "%2F"),
                400,
                "rest_upload_no_data");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.jpg  | image/jpeg        | not an image",
                "a.php  | application/x-php | <?php echo 1;",
                "a.html | text/html         | <p>x</p>",
                "a.txt  | text/plain        | <!DOCTYPE html><html><script>x()</script></html>",
                "a.exe  | text/plain        | text",
                "a.php. | text/plain        | <?php echo 1;",
                "a.JS   | text/plain        | alert(1)"
            })
    void s27_s28_what_is_not_accepted_is_refused_by_name_and_bytes(String name, String type, String content) {
        for (var answer : List.of(
                form(Role.ADMINISTRATOR, content.getBytes(UTF_8), name, type).post(MEDIA),
                bytes(Role.ADMINISTRATOR, "attachment; filename=\"" + name + '"', type)
                        .body(content.getBytes(UTF_8))
                        .post(MEDIA))) {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(415);
            answer.then()
                    .body("code", anyOf(is("rest_upload_sideload_error"), is("rest_upload_unknown_error")))
                    .body("message", startsWith("Sorry, you are not allowed to upload this file type."))
                    .body("message", containsString("Accepted are jpg, png"));
        }
    }

    @Test
    void the_bytes_decide_on_the_type() {
        bytes(Role.AUTHOR, "attachment; filename=\"a.jpg\"", "image/jpeg")
                .body(Pictures.png())
                .post(MEDIA)
                .then()
                .statusCode(201)
                .body("mime_type", is("image/png"), "filename", endsWith(".png"));
        bytes(Role.AUTHOR, "attachment; filename=\"a.txt\"", "text/plain")
                .body(("hello " + UUID.randomUUID()).getBytes(UTF_8))
                .post(MEDIA)
                .then()
                .statusCode(201)
                .body("mime_type", is("text/plain"), "media_type", is("file"))
                .body("media_details.keySet()", contains("filesize", "sizes"))
                .body("missing_image_sizes", empty(), "$", not(hasKey("exif_orientation")));
    }

    @Test
    void s29_a_damaged_picture_or_a_bomb_is_refused() {
        for (var picture : List.of(Pictures.png(50_000, 50_000, 1), Pictures.png(0, 10, 1))) {
            refused(form(Role.AUTHOR, picture, "a.png", "image/png").post(MEDIA), 400, "rest_upload_unknown_error");
            refused(
                    bytes(Role.AUTHOR, "attachment; filename=a.png", "image/png")
                            .body(picture)
                            .post(MEDIA),
                    400,
                    "rest_upload_sideload_error");
        }
    }

    @Test
    void a_hash_that_does_not_match_is_refused() throws Exception {
        var picture = Pictures.png();
        var hash = MessageDigest.getInstance("MD5").digest(picture);
        for (var wrong : List.of("0".repeat(32), "x")) {
            refused(
                            bytes(Role.AUTHOR, "attachment; filename=a.png", "image/png")
                                    .header("Content-MD5", wrong)
                                    .body(picture)
                                    .post(MEDIA),
                            412,
                            "rest_upload_hash_mismatch")
                    .body("message", is("Content hash did not match expected."));
            refused(
                    form(Role.AUTHOR, picture, "a.png", "image/png")
                            .header("Content-MD5", wrong)
                            .post(MEDIA),
                    412,
                    "rest_upload_hash_mismatch");
        }
        for (var right :
                List.of(HexFormat.of().formatHex(hash), Base64.getEncoder().encodeToString(hash))) {
            form(Role.AUTHOR, picture, "a.png", "image/png")
                    .header("Content-MD5", right)
                    .post(MEDIA)
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void each_invalid_field_is_named() {
        invalid("title", "x".repeat(501));
        invalid("alt_text", "x".repeat(20_001));
        invalid("caption", "<b>".repeat(3_000));
        invalid("date", "yesterday");
        invalid("status", "private");
        invalid("status", "inherit");
        invalid("author", "me");
        invalid("post", "x");
        invalid("comment_status", "maybe");
    }

    private void invalid(String field, String value) {
        refused(
                        form(Role.EDITOR, Pictures.png(), "a.png", "image/png")
                                .multiPart(field, value)
                                .post(MEDIA),
                        400,
                        "rest_invalid_param")
                .body("data.params.keySet()", contains(field));
    }

    @Test
    void s33_what_is_too_large_is_refused() {
        // In tests 11 MB are allowed, and a form has 2 megabytes more for the rest of it.
        refused(
                form(Role.AUTHOR, new byte[11 * 1024 * 1024 + 1], "a.txt", "text/plain")
                        .post(MEDIA),
                413,
                "rest_body_too_large");
        refused(
                bytes(Role.AUTHOR, "attachment; filename=a.txt", "text/plain")
                        .body(new byte[14 * 1024 * 1024])
                        .post(MEDIA),
                413,
                "rest_body_too_large");
        refused(
                form(Role.AUTHOR, Pictures.png(), "a.png", "image/png")
                        .multiPart("caption", "x".repeat(1_100_000))
                        .post(MEDIA),
                413,
                "rest_body_too_large");
        refused(
                tokens.as(Role.AUTHOR)
                        .header("Content-Disposition", "attachment; filename=a.json")
                        .body("\"" + "x".repeat(11 * 1024 * 1024) + "\"")
                        .post(MEDIA),
                413,
                "rest_body_too_large");
        var many = multipart(Role.AUTHOR).multiPart("file", "a.png", Pictures.png(), "image/png");
        IntStream.range(0, 1_001).forEach(i -> many.multiPart("x" + i, "1"));
        refused(many.post(MEDIA), 400, "rest_too_many_fields");
    }

    @Test
    void more_than_ten_megabytes_pass_in_both_forms() {
        var large = ("Line\n".repeat(2_100_000) + UUID.randomUUID()).getBytes(UTF_8);
        var made = bytes(Role.AUTHOR, "attachment; filename=large.txt", "text/plain")
                .body(large)
                .post(MEDIA)
                .then()
                .statusCode(201)
                .body("filesize", is(large.length))
                .extract()
                .jsonPath();
        assertThat(bytes(made)).isEqualTo(large);
        form(Role.AUTHOR, large, "large.txt", "text/plain")
                .post(MEDIA)
                .then()
                .statusCode(201)
                .body("source_url", is(made.getString("source_url")));
    }

    @Test
    void what_is_refused_leaves_nothing_behind() throws IOException {
        var picture = Pictures.png();
        var name = Blog.unique("kept");
        var before = InProcess.isServer() ? left() : List.of();
        refused(
                form(Role.AUTHOR, picture, name + ".png", "image/png")
                        .header("Content-MD5", "0")
                        .post(MEDIA),
                412,
                "rest_upload_hash_mismatch");
        refused(form(Role.AUTHOR, picture, name + ".php", "image/png").post(MEDIA), 415, "rest_upload_unknown_error");
        refused(
                form(Role.AUTHOR, picture, name + ".png", "image/png")
                        .multiPart("title", "x".repeat(501))
                        .post(MEDIA),
                400,
                "rest_invalid_param");
        refused(form(Role.CONTRIBUTOR, picture, name + ".png", "image/png").post(MEDIA), 403, "rest_cannot_create");
        refused(
                bytes(Role.AUTHOR, "attachment; filename=" + name + ".txt", "text/plain")
                        .body(new byte[12 * 1024 * 1024])
                        .post(MEDIA),
                413,
                "rest_body_too_large");
        if (InProcess.isServer()) {
            // A spooled body goes when its response has ended.
            await().until(() -> left().equals(before));
        }
        given().queryParam("search", name).get(MEDIA).then().body("id", empty());
        // Had it been kept, the address would have the first name.
        form(Role.AUTHOR, picture, "later.png", "image/png")
                .post(MEDIA)
                .then()
                .statusCode(201)
                .body("filename", startsWith("later-"));
    }

    private static List<String> left() throws IOException {
        try (var stored = Files.walk(Files.createDirectories(Path.of("target/media")));
                var spooled = Files.list(Files.createDirectories(Path.of("target/uploads")))) {
            return List.of(
                    stored.filter(MediaUploadTest::isFile).sorted().toList().toString(),
                    spooled.toList().toString());
        } catch (UncheckedIOException gone) {
            return List.of("changing");
        }
    }

    private static boolean isFile(Path path) {
        return Files.isRegularFile(path);
    }

    @Test
    void two_files_of_one_name_at_once_have_slugs_of_their_own() throws Exception {
        tokens.of(Role.AUTHOR); // made before the race
        var threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 4; round++) {
                var start = new CyclicBarrier(2);
                var name = Blog.unique("twin");
                var answers = IntStream.range(0, 2)
                        .mapToObj(i -> threads.submit(() -> {
                            var request = form(Role.AUTHOR, Pictures.png(), name + ".png", "image/png");
                            start.await(10, TimeUnit.SECONDS);
                            return request.post(MEDIA);
                        }))
                        .toList();
                for (var answer : answers) {
                    answer.get().then().statusCode(201).body("title.raw", is(name));
                }
                given().queryParam("search", name)
                        .get(MEDIA)
                        .then()
                        .body("slug", hasSize(2))
                        .body("slug", hasItems(name, name + "-2"));
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void a_taken_slug_gets_a_number() {
        var slug = Blog.unique("slug-");
        for (var expected : List.of(slug, slug + "-2")) {
            form(Role.AUTHOR, Pictures.png(), "a.png", "image/png")
                    .multiPart("slug", slug)
                    .post(MEDIA)
                    .then()
                    .statusCode(201)
                    .body("slug", is(expected));
        }
    }

    @Test
    void an_upload_is_no_item_of_a_batch() {
        tokens.as(Role.AUTHOR)
                .body(Map.of("requests", List.of(Map.of("path", "/wp/v2/media", "body", Map.of("title", "x")))))
                .post("/wp-json/batch/v1")
                .then()
                .statusCode(207)
                .body("responses[0].body.code", is("rest_batch_not_allowed"));
    }

    @Test
    void the_options_tell_who_may_upload() {
        given().options(MEDIA).then().statusCode(200).header("Allow", is("GET"));
        tokens.as(Role.CONTRIBUTOR).options(MEDIA).then().header("Allow", is("GET"));
        tokens.as(Role.AUTHOR)
                .options(MEDIA)
                .then()
                .header("Allow", is("GET, POST"))
                .body("endpoints[1].args", hasKey("generate_sub_sizes"))
                .body("schema.properties", hasKey("missing_image_sizes"));
    }

    private Response raw(String type, String body) {
        return tokens.as(Role.AUTHOR)
                .contentType(type)
                .body(body.getBytes(UTF_8))
                .post(MEDIA);
    }

    private RequestSpecification multipart(Role role) {
        return tokens.as(role).contentType(ContentType.MULTIPART);
    }

    private RequestSpecification form(Role role, byte[] content, String name, String type) {
        return multipart(role).multiPart("file", name, content, type);
    }

    private RequestSpecification bytes(Role role, String disposition, String type) {
        return tokens.as(role).contentType(type).header("Content-Disposition", disposition);
    }

    private static ValidatableResponse refused(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        return answer.then().body("code", is(code)).body("data.status", is(status));
    }

    private static byte[] bytes(JsonPath media) {
        return given().get(path(media)).then().statusCode(200).extract().asByteArray();
    }

    private static String path(JsonPath media) {
        return media.getString("source_url").replaceFirst("https?://[^/]+", "");
    }
}
