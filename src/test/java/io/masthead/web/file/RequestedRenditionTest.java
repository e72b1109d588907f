package io.masthead.web.file;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalToIgnoringCase;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Pictures;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Front ends ask for images in the sizes that they need. */
@OnBothDatabases
@QuarkusTest
class RequestedRenditionTest {

    private final Tokens tokens = new Tokens();
    private final Blog blog = Blog.ofAdministrator();

    @ParameterizedTest
    @CsvSource({
        "320x0, 320, 240",
        "320x320, 320, 320",
        "320x180, 320, 180",
        "320x320/?fit=contain, 320, 240",
        "640x360/?fit=contain, 480, 360",
        // Never larger than the original, in the proportions that were asked for.
        "2560x0, 800, 600",
        "1600x1600, 600, 600",
    })
    void an_image_comes_in_the_size_that_is_asked_for(String size, int width, int height) throws IOException {
        var media = upload(Pictures.jpeg(800, 600));

        var image = image(given().get(resized(media, size))
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .header("Cache-Control", allOf(containsString("public"), not(containsString("immutable"))))
                .header("X-Content-Type-Options", is("nosniff"))
                .extract()
                .asByteArray());

        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
    }

    @ParameterizedTest
    @CsvSource({
        "'', , image/jpeg",
        "'', */*, image/jpeg",
        "'', 'image/avif,image/webp,*/*;q=0.8', image/webp",
        "'', 'image/jpeg, image/webp;q=0', image/jpeg",
        "?format=auto, image/webp, image/webp",
        "?format=webp, image/jpeg, image/webp",
        "?format=png, image/webp, image/png",
        "?format=jpeg, image/webp, image/jpeg",
    })
    void the_format_is_asked_for_or_follows_from_accept(String query, String accept, String type) {
        var media = upload(Pictures.jpeg(400, 300));
        var request = accept == null ? given().accept("text/plain") : given().accept(accept);

        var response = request.get(resized(media, "320x0/" + query))
                .then()
                .statusCode(200)
                .contentType(type);

        if (query.isEmpty() || query.contains("auto")) {
            response.header("Vary", equalToIgnoringCase("accept"));
        } else {
            response.header("Vary", nullValue());
        }
    }

    @Test
    void a_cut_keeps_the_focal_point() throws IOException {
        var media = upload(Pictures.jpeg(900, 300));
        assertThat(isRed(image(bytes(media, "160x160")), 5)).isTrue();
        assertThat(isRed(image(bytes(media, "160x160")), 155)).isFalse();

        given().auth()
                .oauth2(tokens.of(Role.EDITOR))
                .contentType(ContentType.JSON)
                .body(Map.of("focalPoint", Map.of("x", 0, "y", 0.5)))
                .patch("/api/v1/media/" + media.getLong("id"))
                .then()
                .statusCode(200);

        assertThat(isRed(image(bytes(media, "160x160")), 155)).isTrue();
    }

    @Test
    void an_image_is_made_once_however_many_ask_for_it() throws Exception {
        var media = upload(Pictures.jpeg(1600, 1200));
        Callable<Integer> request = () -> given().get(resized(media, "1440x0")).statusCode();
        var pool = Executors.newFixedThreadPool(8);
        try {
            for (var done : pool.invokeAll(Collections.nCopies(8, request))) {
                assertThat(done.get()).isEqualTo(200);
            }
        } finally {
            pool.shutdown();
        }
        var stem = Path.of("target", URI.create(media.getString("url")).getPath())
                .toString()
                .replace(".jpg", "");
        assertThat(Path.of(stem + "-1440x1080.jpg")).exists();
        var first = Files.getLastModifiedTime(Path.of(stem + "-1440x1080.jpg"));
        given().get(resized(media, "1440x0")).then().statusCode(200);
        assertThat(Files.getLastModifiedTime(Path.of(stem + "-1440x1080.jpg"))).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "321x0",
                "0x320",
                "320x321",
                "320x384",
                "99999x0",
                "320x0/?fit=fill",
                "320x0/?format=gif",
                "320x0/?fit=cover&fit=cover"
            })
    void other_sizes_are_refused_with_what_is_allowed(String size) {
        var media = upload(Pictures.jpeg(400, 300));

        given().get(resized(media, size))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("invalid_parameter"))
                .header("Cache-Control", not(containsString("max-age=3600")));
    }

    @Test
    void a_refused_width_names_those_that_are_allowed() {
        given().get("/media/1/321x0/a.jpg")
                .then()
                .statusCode(400)
                .body("detail", allOf(containsString("321"), containsString("320, 384")));
    }

    @Test
    void what_is_hidden_or_no_image_is_not_found() {
        var draft = blog.draft(Blog.unique("Draft ")).write();
        var hidden = given().auth()
                .oauth2(tokens.of(Role.ADMINISTRATOR))
                .multiPart("file", "ferry.jpg", Pictures.jpeg(400, 300), "image/jpeg")
                .multiPart("details", "{\"postId\": %d}".formatted(draft.id()), "application/json")
                .post("/api/v1/media")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        var text = given().auth()
                .oauth2(tokens.of(Role.AUTHOR))
                .multiPart("file", "notes.txt", ("Only text: " + UUID.randomUUID()).getBytes(UTF_8))
                .post("/api/v1/media")
                .jsonPath();

        given().get(resized(hidden, "320x0")).then().statusCode(404);
        given().get(resized(text, "320x0")).then().statusCode(404);
        given().get("/media/999999999/320x0/a.jpg").then().statusCode(404);
        given().auth()
                .oauth2(tokens.of(Role.EDITOR))
                .get(resized(hidden, "320x0"))
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("private"))
                .header("Vary", is("Authorization, Accept"));
        given().get(resized(hidden, "320x0")).then().statusCode(404);
        given().post(resized(hidden, "320x0")).then().statusCode(405).header("Allow", is("GET, HEAD"));
    }

    @Test
    void an_image_that_is_deleted_is_gone_in_all_sizes() {
        var media = upload(Pictures.jpeg(400, 300));
        given().get(resized(media, "320x0")).then().statusCode(200);
        var file =
                Path.of("target", URI.create(media.getString("url")).getPath().replace(".jpg", "-320x240.jpg"));
        assertThat(file).exists();

        given().auth()
                .oauth2(tokens.of(Role.EDITOR))
                .delete("/api/v1/media/" + media.getLong("id") + "?permanent=true")
                .then()
                .statusCode(204);

        given().get(resized(media, "320x0")).then().statusCode(404);
        await().untilAsserted(() -> assertThat(file).doesNotExist());
    }

    @Test
    void ranges_and_conditions_work_as_for_originals() {
        var media = upload(Pictures.jpeg(400, 300));
        var tag = given().get(resized(media, "320x0")).header("ETag");

        given().header("If-None-Match", tag).get(resized(media, "320x0")).then().statusCode(304);
        given().header("Range", "bytes=0-9").get(resized(media, "320x0")).then().statusCode(206);
        given().head(resized(media, "320x0")).then().statusCode(200).header("ETag", is(tag));
    }

    private JsonPath upload(byte[] bytes) {
        return given().auth()
                .oauth2(tokens.of(Role.AUTHOR))
                .multiPart("file", "ferry.jpg", bytes, "image/jpeg")
                .post("/api/v1/media")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** @param size with a slash before the query, if it has one */
    private static String resized(JsonPath media, String size) {
        var parts = List.of(size.split("/", 2));
        return "/media/" + media.getLong("id") + "/" + parts.get(0) + "/ferry.jpg"
                + (parts.size() == 1 ? "" : parts.get(1));
    }

    private static byte[] bytes(JsonPath media, String size) {
        return given().get(resized(media, size))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static boolean isRed(BufferedImage image, int x) {
        int color = image.getRGB(x, 75);
        return (color >> 16 & 0xff) > (color & 0xff);
    }

    private static BufferedImage image(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }
}
