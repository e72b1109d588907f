package io.masthead.wp.v2.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.masthead.kernel.Scope;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Pictures;
import io.masthead.testsupport.Tokens;
import io.masthead.testsupport.Uploads;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Pictures are cropped, turned and mirrored into further ones, as WordPress' editors ask for it. */
@OnBothDatabases
@QuarkusTest
class MediaEditTest {

    private static final String MEDIA = "/wp-json/wp/v2/media";
    private static final int RED = 0xff0000;
    private static final int BLUE = 0x0000ff;

    private final Tokens tokens = new Tokens();

    @Test
    void a_picture_is_cut_turned_and_mirrored_into_another_one() throws IOException {
        var original = uploaded(Pictures.halves(40, 20));
        var made = edited(original, Map.of("modifiers", List.of(crop(25, 0, 50, 50), rotate(90), flip(false, true))));

        assertThat(made.getLong("id")).isNotEqualTo(original.getLong("id"));
        assertThat(made.getInt("media_details.width")).isEqualTo(10);
        assertThat(made.getInt("media_details.height")).isEqualTo(20);
        var picture = picture(made);
        assertThat(picture.getWidth()).isEqualTo(10);
        assertThat(picture.getHeight()).isEqualTo(20);
        // Turned clockwise, what was at the left is at the top; mirrored, it is at the bottom.
        assertThat(colour(picture, 5, 2)).isEqualTo(BLUE);
        assertThat(colour(picture, 5, 17)).isEqualTo(RED);
        given().get(MEDIA + "/" + original.getLong("id"))
                .then()
                .statusCode(200)
                .body("media_details.width", is(40), "source_url", is(original.getString("source_url")));
        assertThat(picture(original).getWidth()).isEqualTo(40);
    }

    @Test
    void left_becomes_right() throws IOException {
        var made = edited(uploaded(Pictures.halves(40, 20)), Map.of("modifiers", List.of(flip(true, false))));

        assertThat(colour(picture(made), 5, 10)).isEqualTo(BLUE);
        assertThat(colour(picture(made), 35, 10)).isEqualTo(RED);
    }

    @Test
    void the_older_form_turns_first_and_cuts_then() throws IOException {
        var made = edited(
                uploaded(Pictures.halves(40, 20)),
                Map.of("rotation", 270, "x", 0, "y", 50, "width", 100, "height", 50));

        assertThat(made.getInt("media_details.width")).isEqualTo(20);
        assertThat(made.getInt("media_details.height")).isEqualTo(20);
        assertThat(colour(picture(made), 10, 10)).isEqualTo(RED);
    }

    @Test
    void the_new_one_has_the_texts_of_the_first_where_none_are_sent() {
        var original = form(Pictures.photograph(1, Map.of(110, "Ada Quill")), "ferry.jpg")
                .multiPart("title", "The ferry")
                .multiPart("caption", "<em>Alma</em>")
                .multiPart("alt_text", "At the pier")
                .multiPart("description", "<p>Long</p>")
                .post(MEDIA)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        var turn = Map.of("rotation", 90);
        var answer = edit(original, Role.AUTHOR, turn)
                .then()
                .statusCode(201)
                .header("Location", matchesPattern(MEDIA + "/\\d+"))
                .header("X-WP-Upload-Attachment-ID", matchesPattern("\\d+"))
                .header("Allow", is("POST"))
                .body("title.raw", is("The ferry"), "caption.raw", is("<em>Alma</em>"))
                .body("alt_text", is("At the pier"), "description.raw", is("<p>Long</p>"))
                .body("filename", matchesPattern("ferry-edited-[0-9a-f]{12}\\.jpg"))
                .body("mime_type", is("image/jpeg"), "post", nullValue())
                .body("media_details.image_meta.credit", is("Ada Quill"))
                .body("media_details.image_meta.orientation", is("1"))
                .extract()
                .jsonPath();
        given().get("/api/v1/media/" + answer.getLong("id")).then().body("credit", is("Ada Quill"));
        var own = Blog.of(tokens.of(Role.AUTHOR)).published(Blog.unique("Own ")).write();
        var sent = new HashMap<String, Object>(turn);
        sent.putAll(Map.of("title", "New", "caption", "New <b>one</b>", "alt_text", "Alt", "post", own.id()));
        edit(answer, Role.AUTHOR, sent)
                .then()
                .statusCode(201)
                .body("title.raw", is("New"), "caption.raw", is("New <b>one</b>"), "alt_text", is("Alt"))
                .body("post", is((int) own.id()), "description.raw", is("<p>Long</p>"))
                .body("filename", startsWith("ferry-edited-"), "filename", not(startsWith("ferry-edited-edited")));
    }

    @Test
    void what_does_not_name_the_picture_is_refused() {
        var original = uploaded(Pictures.halves(4, 2));
        for (var source : List.of("x", "https://example.org/other.png", original.getString("filename") + ".png")) {
            refused(edit(original, Role.AUTHOR, Map.of("rotation", 90, "src", source)), 404, "rest_unknown_attachment")
                    .body("message", is("Unable to get meta information for file."));
        }
        edit(original, Role.AUTHOR, Map.of("rotation", 90, "src", original.getString("source_url") + "?x=y"))
                .then()
                .statusCode(201);
        refused(
                        tokens.as(Role.AUTHOR)
                                .body(Map.of("rotation", 90))
                                .post(MEDIA + "/" + original.getLong("id") + "/edit"),
                        400,
                        "rest_missing_callback_param")
                .body("data.params", contains("src"));
    }

    @Test
    void what_changes_nothing_or_cannot_be_done_is_refused() {
        var original = uploaded(Pictures.halves(4, 2));
        refused(edit(original, Role.AUTHOR, Map.of()), 400, "rest_image_not_edited");
        refused(edit(original, Role.AUTHOR, Map.of("x", 0, "y", 0, "width", 50)), 400, "rest_image_not_edited");
        refused(edit(original, Role.AUTHOR, Map.of("rotation", 45)), 400, "rest_image_rotation_failed");
        refused(
                edit(original, Role.AUTHOR, Map.of("modifiers", List.of(rotate(0.5)))),
                400,
                "rest_image_rotation_failed");
        refused(
                edit(original, Role.AUTHOR, Map.of("x", 60, "y", 0, "width", 50, "height", 50)),
                400,
                "rest_image_crop_failed");
        refused(
                edit(original, Role.AUTHOR, Map.of("modifiers", List.of(crop(-1, 0, 50, 50)))),
                400,
                "rest_image_crop_failed");
        refused(
                edit(original, Role.AUTHOR, Map.of("modifiers", List.of(crop(0, 0, 0, 50)))),
                400,
                "rest_image_crop_failed");
        for (var wrong : List.of(
                Map.of("rotation", 0),
                Map.of("rotation", 360),
                Map.of("x", 101),
                Map.of("modifiers", List.of()),
                Map.of("modifiers", List.of(Map.of("type", "blur", "args", Map.of()))),
                Map.of("modifiers", List.of(Map.of("type", "rotate"))),
                Map.of("modifiers", List.of(Map.of("type", "rotate", "args", Map.of("angle", "far")))),
                Map.of("modifiers", List.of("flip")),
                Map.of("modifiers", Collections.nCopies(21, rotate(90))))) {
            refused(edit(original, Role.AUTHOR, wrong), 400, "rest_invalid_param");
        }
    }

    @Test
    void only_pictures_that_are_here_can_be_edited() {
        var text = form("Just text".getBytes(StandardCharsets.UTF_8), "a.txt")
                .post(MEDIA)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        refused(edit(text, Role.AUTHOR, Map.of("rotation", 90)), 404, "rest_unknown_attachment");
        var elsewhere = new Uploads().add(Blog.unique("Away "), "image/png", tokens.idOf(Role.AUTHOR), null);
        var shown = given().get(MEDIA + "/" + elsewhere).jsonPath();
        refused(edit(shown, Role.AUTHOR, Map.of("rotation", 90)), 404, "rest_unknown_attachment");
    }

    @Test
    void only_who_may_upload_and_change_it_edits() {
        var original = uploaded(Pictures.halves(4, 2));
        var turn = Map.of("rotation", 90);
        refused(
                        given().contentType(ContentType.JSON)
                                .body(Map.of("src", original.getString("source_url"), "rotation", 90))
                                .post(MEDIA + "/" + original.getLong("id") + "/edit"),
                        401,
                        "rest_cannot_edit_image")
                .body("message", is("Sorry, you are not allowed to upload media on this site."));
        refused(edit(original, Role.CONTRIBUTOR, turn), 403, "rest_cannot_edit_image");
        edit(original, Role.EDITOR, turn).then().statusCode(201).body("author", is((int) tokens.idOf(Role.EDITOR)));
        var editors = JsonPath.from(tokens.as(Role.EDITOR)
                .contentType(ContentType.MULTIPART)
                .multiPart("file", "a.png", Pictures.halves(4, 2), "image/png")
                .post(MEDIA)
                .asString());
        refused(edit(editors, Role.AUTHOR, turn), 403, "rest_cannot_edit");
        assertThat(given().auth()
                        .preemptive()
                        .oauth2(tokens.scoped(Role.AUTHOR, Scope.CONTENT_WRITE))
                        .contentType(ContentType.JSON)
                        .body(Map.of("src", original.getString("source_url"), "rotation", 90))
                        .post(MEDIA + "/" + original.getLong("id") + "/edit")
                        .statusCode())
                .isEqualTo(403);
        refused(
                tokens.as(Role.AUTHOR).body(Map.of("src", "x", "rotation", 90)).post(MEDIA + "/987654321/edit"),
                404,
                "rest_post_invalid_id");
    }

    @Test
    void sizes_are_made_on_request() {
        var original = uploaded(Pictures.halves(4, 2));
        var path = MEDIA + "/" + original.getLong("id") + "/post-process";
        var action = Map.of("action", "create-image-subsizes");
        tokens.as(Role.AUTHOR)
                .body(action)
                .post(path)
                .then()
                .statusCode(200)
                .header("Allow", is("POST"))
                .body("id", is(original.getInt("id")), "missing_image_sizes", empty())
                .body("title.raw", is(original.getString("title.raw")));
        refused(tokens.as(Role.AUTHOR).body("{}").post(path), 400, "rest_missing_callback_param");
        refused(tokens.as(Role.AUTHOR).body(Map.of("action", "x")).post(path), 400, "rest_invalid_param");
        refused(given().contentType(ContentType.JSON).body(action).post(path), 401, "rest_cannot_edit");
        refused(tokens.as(Role.CONTRIBUTOR).body(action).post(path), 403, "rest_cannot_edit");
        refused(
                tokens.as(Role.AUTHOR).body(action).post(MEDIA + "/987654321/post-process"),
                404,
                "rest_post_invalid_id");
    }

    @Test
    void sizes_are_named_and_cut_as_in_wordpress() {
        var path = MEDIA + "/" + uploaded(Pictures.jpeg(640, 480)).getLong("id");
        await().until(() -> given().get(path).path("media_details.sizes.full") != null);
        var shown = tokens.as(Role.AUTHOR)
                .get(path + "?context=edit")
                .then()
                .statusCode(200)
                .body("media_details.sizes.keySet()", containsInAnyOrder("medium", "thumbnail", "full"))
                .body("media_details.sizes.medium.width", is(300), "media_details.sizes.medium.height", is(225))
                .body("media_details.sizes.thumbnail.width", is(150), "media_details.sizes.thumbnail.height", is(150))
                .body("missing_image_sizes", empty())
                .body("description.rendered", containsString("-300x225.jpg 300w"))
                .extract()
                .jsonPath();
        // What was cut out of a size is cut out of the whole.
        var size = shown.getString("media_details.sizes.medium.source_url");
        tokens.as(Role.AUTHOR)
                .body(Map.of("src", size, "x", 0, "y", 0, "width", 50, "height", 100))
                .post(path + "/edit")
                .then()
                .statusCode(201)
                .body("media_details.width", is(320), "media_details.height", is(480));
    }

    private static Map<String, Object> crop(Object left, Object top, Object width, Object height) {
        return Map.of("type", "crop", "args", Map.of("left", left, "top", top, "width", width, "height", height));
    }

    private static Map<String, Object> rotate(Object angle) {
        return Map.of("type", "rotate", "args", Map.of("angle", angle));
    }

    private static Map<String, Object> flip(boolean horizontal, boolean vertical) {
        return Map.of("type", "flip", "args", Map.of("flip", Map.of("horizontal", horizontal, "vertical", vertical)));
    }

    private JsonPath edited(JsonPath original, Map<String, ?> how) {
        var answer = edit(original, Role.AUTHOR, how);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath();
    }

    private Response edit(JsonPath original, Role role, Map<String, ?> how) {
        var body = new HashMap<String, Object>(Map.of("src", original.getString("source_url")));
        body.putAll(how);
        return tokens.as(role).body(body).post(MEDIA + "/" + original.getLong("id") + "/edit");
    }

    private JsonPath uploaded(byte[] picture) {
        return form(picture, "a.png")
                .post(MEDIA)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private RequestSpecification form(byte[] content, String name) {
        return tokens.as(Role.AUTHOR)
                .contentType(ContentType.MULTIPART)
                .multiPart("file", name, content, "application/octet-stream");
    }

    private static BufferedImage picture(JsonPath media) throws IOException {
        var path = media.getString("source_url").replaceFirst("https?://[^/]+", "");
        return ImageIO.read(new ByteArrayInputStream(given().get(path).asByteArray()));
    }

    private static int colour(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) & 0xffffff;
    }

    private static ValidatableResponse refused(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        return answer.then().body("code", is(code)).body("data.status", is(status));
    }
}
