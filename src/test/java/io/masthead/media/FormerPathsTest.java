package io.masthead.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.InProcess;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Pictures;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.masthead.user.User;
import io.masthead.user.UserService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Files that came with an import are served at the paths that WordPress had for them. */
@OnBothDatabases
@QuarkusTest
class FormerPathsTest {

    private static final String HOST = "https://lantern.example";
    private static final Instant NOON = Instant.parse("2024-05-03T12:00:00Z");

    private final Tokens tokens = new Tokens();
    private final Blog blog = Blog.ofAdministrator();
    private final String folder = "/wp-content/uploads/" + Blog.unique("2024") + "/";

    @Test
    void a_file_and_its_sizes_are_served_at_their_former_paths() throws IOException {
        var bytes = Pictures.halves(400, 300);
        long id = imported("F%C3%A4hre.png", "image/png", null, sizes("Fähre"));
        given().get(folder + "F%C3%A4hre.png").then().statusCode(404);

        take(id, bytes);

        var media = given().get("/api/v1/media/" + id).then().statusCode(200).extract();
        assertThat(media.<String>path("url")).contains("/media/").doesNotContain("lantern.example");
        assertThat(media.<String>path("imageMeta")).isNull();
        for (var path : List.of("F%C3%A4hre.png", "Fa%CC%88hre.png", "F%C3%A4hre-original.png")) {
            var whole = given().urlEncodingEnabled(false)
                    .get(folder + path)
                    .then()
                    .statusCode(200)
                    .header("Content-Type", is("image/png"))
                    .header("X-Content-Type-Options", is("nosniff"))
                    .header("Content-Security-Policy", is("sandbox; default-src 'none'"))
                    .header("Cache-Control", startsWith("public, max-age=3600"))
                    .header("Cache-Tag", startsWith("media-" + id))
                    .extract();
            assertThat(whole.asByteArray()).isEqualTo(bytes);
        }
        assertSize("F%C3%A4hre-150x150.png", "image/png", 150, 150);
        assertSize("F%C3%A4hre-333x250.webp", "image/webp", 333, 250);
        given().urlEncodingEnabled(false)
                .get(folder + "F%C3%A4hre-151x150.png")
                .then()
                .statusCode(404);
        given().urlEncodingEnabled(false)
                .header("Range", "bytes=0-3")
                .get(folder + "F%C3%A4hre.png")
                .then()
                .statusCode(206);
        given().urlEncodingEnabled(false)
                .post(folder + "F%C3%A4hre.png")
                .then()
                .statusCode(405)
                .header("Allow", is("GET, HEAD"));
    }

    private void assertSize(String name, String type, int width, int height) throws IOException {
        var picture = given().urlEncodingEnabled(false)
                .get(folder + name)
                .then()
                .statusCode(200)
                .header("Content-Type", is(type))
                .extract()
                .asByteArray();
        if (type.equals("image/png")) {
            var image = ImageIO.read(new ByteArrayInputStream(picture));
            assertThat(image.getWidth()).isEqualTo(width);
            assertThat(image.getHeight()).isEqualTo(height);
        } else {
            assertThat(picture).startsWith('R', 'I', 'F', 'F');
        }
    }

    @Test
    void a_file_of_a_hidden_post_is_hidden_at_its_former_path_too() {
        long post = blog.draft(Blog.unique("Hidden ")).write().id();
        long id = imported("pier.png", "image/png", post, sizes("pier"));
        take(id, Pictures.halves(400, 300));

        for (var name : List.of("pier.png", "pier-150x150.png")) {
            given().get(folder + name).then().statusCode(404);
            given().auth()
                    .oauth2(tokens.of(Role.EDITOR))
                    .get(folder + name)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", is("private, no-cache"))
                    .header("Cache-Tag", nullValue());
        }
    }

    @Test
    void a_post_that_names_the_former_path_of_a_size_uses_the_media() {
        long id = imported("F%C3%A4hre.png", "image/png", null, sizes("Fähre"));
        take(id, Pictures.halves(400, 300));
        blog.published(Blog.unique("Names "))
                .saying("<img src=\"" + HOST + folder + "F%C3%A4hre-150x150.png\">")
                .write();

        assertThat(delete(id, false)).isEqualTo(409);
        assertThat(delete(id, true)).isEqualTo(204);
        given().urlEncodingEnabled(false).get(folder + "F%C3%A4hre.png").then().statusCode(404);
    }

    @Test
    void the_first_of_two_files_keeps_their_common_path() {
        var first = Pictures.png();
        take(imported("logo.png", "image/png", null, MediaDetails.NONE), first);
        long second = imported("logo.png", "image/png", null, MediaDetails.NONE);
        take(second, Pictures.png());

        assertThat(given().get(folder + "logo.png").asByteArray()).isEqualTo(first);
        given().get("/api/v1/media/" + second).then().body("url", endsWith(".png"));
    }

    @Test
    void a_file_that_is_here_is_not_taken_again() {
        var first = Pictures.png();
        long id = imported("logo.png", "image/png", null, MediaDetails.NONE);
        take(id, first);
        take(id, Pictures.png());

        assertThat(given().get(folder + "logo.png").asByteArray()).isEqualTo(first);
    }

    private int delete(long id, boolean force) {
        return given().auth()
                .oauth2(tokens.of(Role.ADMINISTRATOR))
                .queryParams("permanent", true, "force", force)
                .delete("/api/v1/media/" + id)
                .statusCode();
    }

    private static MediaDetails sizes(String name) {
        return new MediaDetails(
                "2024/" + name + ".png",
                name + "-original.png",
                List.of(
                        new MediaSize("thumbnail", name + "-150x150.png", 150, 150, "image/png", null),
                        new MediaSize("hero", name + "-333x250.webp", 333, 250, "image/webp", null)),
                Map.of("camera", "Lantern 1"));
    }

    private long imported(String name, String type, Long postId, MediaDetails details) {
        var url = HOST + folder + name;
        return QuarkusTransaction.requiringNew()
                .call(() -> InProcess.bean(MediaImport.class)
                        .create(
                                new ImportedMedia(
                                        null,
                                        "Ferry",
                                        null,
                                        type,
                                        url,
                                        "",
                                        "",
                                        "",
                                        400,
                                        300,
                                        null,
                                        InProcess.bean(UserService.class).require(User.FIRST_ADMINISTRATOR, "author"),
                                        postId,
                                        url,
                                        NOON,
                                        NOON),
                                details)
                        .id());
    }

    private static void take(long id, byte[] bytes) {
        var files = InProcess.bean(MediaImport.class);
        try (var file = files.receive(new ByteArrayInputStream(bytes))) {
            files.take(id, file, "ferry.png");
        }
    }
}
