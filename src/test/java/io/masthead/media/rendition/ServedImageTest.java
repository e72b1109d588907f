package io.masthead.media.rendition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is served of an uploaded image. */
@QuarkusTest
class ServedImageTest {

    private static final int RIGHTS = 0x8298;

    @TempDir
    Path folder;

    private final Tokens tokens = new Tokens();

    @Test
    void s32_a_photograph_is_upright_and_does_not_tell_where_it_was_made() throws Exception {
        var exif = new TestExif()
                .orientation(6)
                .latitude()
                .text(RIGHTS, "Ada Quill")
                .bytes();
        var photograph = TestImages.withSegments(
                TestImages.jpeg(folder, TestImages.quarters(40, 20, BufferedImage.TYPE_3BYTE_BGR)),
                TestImages.exifSegment(exif));
        assertThat(ImageHeader.read(photograph).orientation()).isEqualTo(6);

        var address = upload(photograph)
                .statusCode(201)
                .body("width", is(20), "height", is(40))
                .extract()
                .<String>path("url");
        var served = Files.write(
                folder.resolve("served.jpg"),
                given().get(address.replaceFirst("https?://[^/]+", "")).asByteArray());

        assertThat(ImageHeader.read(served)).isEqualTo(new ImageHeader(ImageType.JPEG, 20, 40, 1, 1));
        assertThat(ImageMetadata.read(served)).containsEntry("copyright", "Ada Quill");
        var content = Files.readString(served, StandardCharsets.ISO_8859_1);
        assertThat(content).contains("Ada Quill").doesNotContain("N\0\0\0\0\2\0\5");
    }

    @Test
    void an_image_that_ends_early_is_refused() throws Exception {
        var whole = TestImages.jpeg(folder, TestImages.quarters(40, 20, BufferedImage.TYPE_3BYTE_BGR));
        var bytes = Files.readAllBytes(whole);

        upload(TestImages.file(folder, TestImages.slice(bytes, 0, bytes.length / 2)))
                .statusCode(422)
                .body("errors[0].code", is("invalid_image"), "errors[0].pointer", is("/file"));
    }

    private ValidatableResponse upload(Path file) throws IOException {
        return given().auth()
                .oauth2(tokens.of(Role.AUTHOR))
                .multiPart("file", "a.jpg", Files.readAllBytes(file), "image/jpeg")
                .post("/api/v1/media")
                .then();
    }
}
