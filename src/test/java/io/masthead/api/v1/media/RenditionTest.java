package io.masthead.api.v1.media;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.InProcess;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Pictures;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Images get smaller versions, which their JSON and that of posts name. */
@OnBothDatabases
@QuarkusTest
class RenditionTest {

    private static final String MEDIA = "/api/v1/media";

    /** Scaling takes seconds of a core that others use too. */
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Tokens tokens = new Tokens();
    private final Blog blog = Blog.ofAdministrator();

    @Test
    void an_image_gets_the_sizes_of_wordpress() throws IOException {
        var made = upload(Pictures.jpeg(1200, 900), "ferry.jpg")
                .body(
                        "renditionState", is("ready"),
                        "renditions.name", contains("medium", "large", "thumbnail", "medium_large"),
                        "renditions.width", contains(300, 1024, 150, 768),
                        "renditions.height", contains(225, 768, 150, 576),
                        "dominantColor", matchesPattern("#[0-9a-f]{6}"),
                        "blurHash", matchesPattern(".{20,}"))
                .extract()
                .jsonPath();

        var stem = path(made.getString("url")).replace(".jpg", "");
        var sizes = List.of(List.of(300, 225), List.of(1024, 768), List.of(150, 150), List.of(768, 576));
        for (var size : sizes) {
            var response = given().get("%s-%dx%d.jpg".formatted(stem, size.get(0), size.get(1)))
                    .then()
                    .statusCode(200)
                    .contentType("image/jpeg")
                    .header("Cache-Control", containsString("immutable"))
                    .extract();
            var image = image(response.asByteArray());
            assertThat(image.getWidth()).isEqualTo(size.get(0));
            assertThat(image.getHeight()).isEqualTo(size.get(1));
        }
        for (int i = 0; i < 4; i++) {
            var rendition = "renditions[" + i + "]";
            var bytes = given().get(path(made.getString(rendition + ".url"))).asByteArray();
            assertThat(bytes).hasSize(made.getInt(rendition + ".fileSize"));
            var webp = given().get(path(made.getString(rendition + ".webpUrl")))
                    .then()
                    .statusCode(200)
                    .contentType("image/webp")
                    .extract()
                    .asByteArray();
            assertThat(webp.length).isLessThan(bytes.length);
        }
    }

    @Test
    void a_srcset_names_what_shows_the_whole_image() {
        var made = upload(Pictures.jpeg(800, 600), "ferry.jpg").extract().jsonPath();

        var stem = made.getString("url").replace(".jpg", "");
        assertThat(made.getString("srcset"))
                .isEqualTo("%1$s-300x225.jpg 300w, %1$s-768x576.jpg 768w, %1$s.jpg 800w".formatted(stem));
        assertThat(made.getString("webpSrcset"))
                .isEqualTo("%1$s-300x225.webp 300w, %1$s-768x576.webp 768w".formatted(stem));
    }

    @Test
    void a_large_original_is_not_in_the_srcset() {
        var made = upload(Pictures.jpeg(2500, 100), "wide.jpg").extract().jsonPath();

        assertThat(made.getString("srcset")).contains("2048w").doesNotContain("2500w");
    }

    @Test
    void a_thumbnail_is_cut_round_the_focal_point() throws IOException {
        var picture = Pictures.jpeg(900, 300);
        var right = given().auth()
                .oauth2(tokens.of(Role.AUTHOR))
                .multiPart("file", "ferry.jpg", picture, "image/jpeg")
                .multiPart("details", "{\"focalPoint\": {\"x\": 1, \"y\": 0.5}}", "application/json")
                .post(MEDIA)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        var left = upload(picture, "ferry.jpg").extract().jsonPath();

        assertThat(left.getString("url")).isEqualTo(right.getString("url"));
        assertThat(isRed(thumbnail(right), 5)).isFalse();
        assertThat(isRed(thumbnail(left), 5)).isTrue();
        assertThat(isRed(thumbnail(left), 145)).isFalse();

        given().auth()
                .oauth2(tokens.of(Role.EDITOR))
                .contentType(ContentType.JSON)
                .body(Map.of("focalPoint", Map.of("x", 0, "y", 0)))
                .patch(MEDIA + "/" + left.getLong("id"))
                .then()
                .statusCode(200);
        await().untilAsserted(() -> {
            var now = given().get(MEDIA + "/" + left.getLong("id")).jsonPath();
            assertThat(now.getString("renditionState")).isEqualTo("ready");
            assertThat(isRed(thumbnail(now), 145)).isTrue();
        });
        // That of the other media with these bytes stays.
        var other = given().get(MEDIA + "/" + right.getLong("id")).jsonPath();
        assertThat(isRed(thumbnail(other), 5)).isFalse();
    }

    @Test
    void posts_show_their_featured_media_with_all_sizes() {
        var made = upload(Pictures.jpeg(400, 200), "ferry.jpg").extract().jsonPath();
        var post = blog.published(Blog.unique("Pier "))
                .with("featuredMediaId", made.getLong("id"))
                .write();

        for (var path : List.of("/api/v1/posts/" + post.id(), "/api/v1/posts/by-slug/" + post.slug())) {
            given().get(path)
                    .then()
                    .body(
                            "featuredMedia.url", is(made.getString("url")),
                            "featuredMedia.srcset", is(made.getString("srcset")),
                            "featuredMedia.blurHash", is(made.getString("blurHash")),
                            "featuredMedia.renditions.name", contains("medium", "thumbnail"));
        }
        given().queryParam("slug", post.slug())
                .get("/api/v1/posts")
                .then()
                .body("items[0].featuredMedia.srcset", is(made.getString("srcset")));
        given().get("/wp-json/wp/v2/media/" + made.getLong("id"))
                .then()
                .body(
                        "media_details.sizes.medium.width", is(300),
                        "media_details.sizes.medium.source_url", containsString("-300x150.jpg"),
                        "media_details.sizes.thumbnail.height", is(150),
                        "media_details.sizes.large", nullValue());
    }

    @Test
    void what_is_no_image_and_what_is_small_has_none() {
        upload(("Only text: " + UUID.randomUUID()).getBytes(UTF_8), "notes.txt")
                .body(
                        "renditionState", is("none"),
                        "renditions", empty(),
                        "srcset", nullValue(),
                        "blurHash", nullValue());
        upload(Pictures.jpeg(100, 80), "small.jpg")
                .body(
                        "renditionState", is("ready"),
                        "renditions", empty(),
                        "srcset", matchesPattern(".+\\.jpg 100w"),
                        "webpSrcset", nullValue(),
                        "blurHash", not(nullValue()));
    }

    @Test
    void renditions_are_hidden_and_removed_with_their_image() {
        var draft = blog.draft(Blog.unique("Draft ")).write();
        var made = given().auth()
                .oauth2(tokens.of(Role.ADMINISTRATOR))
                .multiPart("file", "ferry.jpg", Pictures.jpeg(400, 200), "image/jpeg")
                .multiPart("details", "{\"postId\": %d}".formatted(draft.id()), "application/json")
                .post(MEDIA)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        var rendition = path(made.getString("renditions[0].url"));
        given().get(rendition).then().statusCode(404);
        given().auth().oauth2(tokens.of(Role.EDITOR)).get(rendition).then().statusCode(200);

        given().auth()
                .oauth2(tokens.of(Role.EDITOR))
                .delete(MEDIA + "/" + made.getLong("id") + "?permanent=true")
                .then()
                .statusCode(204);
        for (var url : List.of("renditions[0].url", "renditions[0].webpUrl", "renditions[1].url")) {
            var file = Path.of("target", path(made.getString(url)));
            if (InProcess.isServer()) { // whose store is here
                await().untilAsserted(() -> assertThat(file).doesNotExist());
            }
            given().auth()
                    .oauth2(tokens.of(Role.EDITOR))
                    .get(path(made.getString(url)))
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void a_post_that_names_a_rendition_uses_the_media() {
        var made = upload(Pictures.jpeg(400, 200), "ferry.jpg").extract().jsonPath();
        blog.published(Blog.unique("Pier "))
                .saying("<img src=\"%s\">".formatted(path(made.getString("renditions[0].url"))))
                .write();

        given().auth()
                .oauth2(tokens.of(Role.EDITOR))
                .delete(MEDIA + "/" + made.getLong("id") + "?permanent=true")
                .then()
                .statusCode(409)
                .body("code", is("media_in_use"));
    }

    @Test
    void a_post_that_names_a_size_by_the_id_uses_the_media() {
        var picture = Pictures.jpeg(400, 200);
        var made = upload(picture, "ferry.jpg").extract().jsonPath();
        upload(picture, "ferry.jpg"); // the file stays, but not this id
        blog.published(Blog.unique("Pier "))
                .saying("<img src=\"/media/%d/320x0/ferry.jpg\">".formatted(made.getLong("id")))
                .write();

        given().auth()
                .oauth2(tokens.of(Role.EDITOR))
                .delete(MEDIA + "/" + made.getLong("id") + "?permanent=true")
                .then()
                .statusCode(409)
                .body("code", is("media_in_use"));
    }

    @Test
    void a_tall_image_has_sizes_too() {
        var made = upload(Pictures.jpeg(800, 18_000), "tall.jpg").extract().jsonPath();

        await().atMost(LONG)
                .untilAsserted(() -> given().get(MEDIA + "/" + made.getLong("id"))
                        .then()
                        .body(
                                "renditionState", is("ready"),
                                "renditions.find { it.name == 'medium_large' }.height", is(17_280),
                                "renditions.find { it.name == 'medium_large' }.webpUrl", nullValue()));
        given().accept("image/webp")
                .get("/media/" + made.getLong("id") + "/750x0/tall.jpg")
                .then()
                .statusCode(200)
                .contentType("image/jpeg");
    }

    @Test
    void several_uploads_at_once_of_the_same_image_share_their_renditions() throws Exception {
        var picture = Pictures.jpeg(600, 400);
        Callable<JsonPath> upload = () -> upload(picture, "ferry.jpg").extract().jsonPath();
        var pool = Executors.newFixedThreadPool(4);
        try {
            var made = Stream.of(pool.invokeAll(List.of(upload, upload, upload, upload)))
                    .flatMap(List::stream)
                    .map(done -> {
                        try {
                            return done.get().getLong("id");
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
            for (long id : made) {
                await().untilAsserted(() -> given().get(MEDIA + "/" + id)
                        .then()
                        .body("renditionState", is("ready"), "renditions.name", contains("medium", "thumbnail")));
            }
            var urls = made.stream()
                    .map(id -> given().get(MEDIA + "/" + id).jsonPath().getString("srcset"))
                    .distinct();
            assertThat(urls).hasSize(1);
        } finally {
            pool.shutdown();
        }
    }

    private ValidatableResponse upload(byte[] bytes, String name) {
        return given().auth()
                .oauth2(tokens.of(Role.AUTHOR))
                .multiPart("file", name, bytes)
                .post(MEDIA)
                .then()
                .statusCode(201);
    }

    private BufferedImage thumbnail(JsonPath media) throws IOException {
        var url = media.getString("renditions.find { it.name == 'thumbnail' }.url");
        return image(given().get(path(url)).asByteArray());
    }

    private static boolean isRed(BufferedImage image, int x) {
        int color = image.getRGB(x, 75);
        return (color >> 16 & 0xff) > (color & 0xff);
    }

    private static BufferedImage image(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private static String path(String url) {
        return URI.create(url).getPath();
    }
}
