package io.masthead.media.image;

import static io.masthead.media.image.TestImages.join;
import static io.masthead.media.image.TestImages.latin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is served of an uploaded image. */
@QuarkusTest
class ServedImageTest {

    private static final int RIGHTS = 0x8298;
    private static final int CAMERA = 0x010f;

    private static final int WIDTH = 40;
    private static final int HEIGHT = 30;
    private static final String SECRET = "Secret";

    /** Of the flags of an extended WebP. */
    private static final int HAS_EXIF = 8;

    private static final int IS_ANIMATED = 2;
    private static final String TOO_MANY = "too_many_pixels";

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

    @ParameterizedTest
    @EnumSource
    void s32_each_type_is_served_as_what_it_is_and_without_what_hides_in_it(ImageType type) throws Exception {
        var source = withSecrets(type);
        assertThat(TestImages.content(source)).contains(SECRET);
        var address = upload(source)
                .statusCode(201)
                .body("mimeType", is(type.mimeType()), "width", is(WIDTH), "height", is(HEIGHT))
                .body("url", matchesPattern(".*/a-[0-9a-f]{12,}\\." + type.extension()))
                .extract()
                .<String>path("url");

        var answer = given().get(address.replaceFirst("https?://[^/]+", ""))
                .then()
                .statusCode(200)
                .header("Content-Type", is(type.mimeType()))
                .header("X-Content-Type-Options", is("nosniff"))
                .extract();
        var served = TestImages.file(folder, answer.asByteArray());
        assertThat(ImageHeader.read(served)).isEqualTo(new ImageHeader(type, WIDTH, HEIGHT, 1, 1));
        assertThat(TestImages.content(served)).doesNotContain(SECRET);
    }

    private Path withSecrets(ImageType type) throws IOException {
        var image = TestImages.quarters(WIDTH, HEIGHT);
        var exif = new TestExif().text(CAMERA, SECRET + "Camera").bytes();
        return switch (type) {
            case JPEG ->
                TestImages.withSegments(
                        TestImages.jpeg(folder, image),
                        TestImages.exifSegment(exif),
                        TestImages.segment(0xfe, latin(SECRET + "Comment")));
            case PNG ->
                TestImages.withChunks(
                        TestImages.png(folder, image),
                        TestImages.pngChunk("eXIf", exif),
                        TestImages.pngChunk("tEXt", latin("Comment\0" + SECRET)));
            case GIF -> {
                var comment = join(latin("!\u00fe"), new byte[] {(byte) SECRET.length()}, latin(SECRET), new byte[1]);
                yield TestImages.file(folder, join(TestImages.gif(WIDTH, HEIGHT, 1, comment), latin(SECRET + "Tail")));
            }
            case WEBP ->
                TestImages.file(
                        folder,
                        TestImages.extendedWebp(
                                Files.readAllBytes(TestImages.webp(folder, image)),
                                WIDTH,
                                HEIGHT,
                                HAS_EXIF,
                                TestImages.riffChunk("EXIF", exif),
                                TestImages.riffChunk("JUNK", latin(SECRET + "Chunk"))));
            case AVIF -> TestImages.file(folder, TestAvif.of(WIDTH, HEIGHT));
        };
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void s29_a_bomb_of_pixels_is_refused_by_its_header(String code, byte[] bomb) throws IOException {
        upload(TestImages.file(folder, bomb))
                .statusCode(422)
                .body("code", is("validation_failed"))
                .body("errors[0].code", is(code), "errors[0].pointer", is("/file"));
    }

    static Stream<Arguments> bombs() {
        var small = TestImages.gif(1, 1, 1);
        return Stream.of(
                arguments(named("a JPEG of 8,000²", TOO_MANY), jpeg(8_000)),
                arguments(named("a JPEG of 65,535²", TOO_MANY), jpeg(0xffff)),
                arguments(named("a PNG of 50,000²", TOO_MANY), png(50_000)),
                arguments(named("a PNG of 2^31 - 1", TOO_MANY), png(Integer.MAX_VALUE)),
                arguments(named("a GIF of 65,535²", TOO_MANY), TestImages.gif(0xffff, 0xffff, 1)),
                arguments(
                        named("a GIF of 65,535² with such a frame", TOO_MANY),
                        withLargeFrame(TestImages.gif(0xffff, 0xffff, 1))),
                arguments(named("a GIF of 1² with a frame of 65,535²", "invalid_image"), withLargeFrame(small)),
                arguments(named("a WebP of 16,384²", TOO_MANY), TestImages.riff(lossless(16_384))),
                arguments(
                        named("a WebP that promises 16,384² twice", TOO_MANY),
                        TestImages.extendedWebp(join(new byte[12], lossless(16_384)), 16_384, 16_384, 0)),
                arguments(
                        named("an animated WebP of 2^24", TOO_MANY),
                        TestImages.extendedWebp(
                                new byte[12],
                                1 << 24,
                                1 << 24,
                                IS_ANIMATED,
                                TestImages.webpFrame(join(new byte[12], lossless(4)), 0, 4, 4))),
                arguments(named("an AVIF of 65,535²", TOO_MANY), TestAvif.of(0xffff, 0xffff)),
                arguments(named("an AVIF of 65,536 by 1", TOO_MANY), TestAvif.of(0x10000, 1)),
                arguments(named("an AVIF of 2^31 - 1", TOO_MANY), TestAvif.of(Integer.MAX_VALUE, Integer.MAX_VALUE)),
                arguments(named("an AVIF of 2^32 - 1", "invalid_image"), TestAvif.of(-1, -1)));
    }

    private static byte[] jpeg(int side) {
        var size = ByteBuffer.allocate(15)
                .put((byte) 8)
                .putShort((short) side)
                .putShort((short) side)
                .put(new byte[] {3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0})
                .array();
        return join(
                latin("\u00ff\u00d8"),
                TestImages.segment(0xc0, size),
                TestImages.segment(0xda, new byte[] {3, 1, 0, 2, 0, 3, 0, 0, 63, 0}),
                latin("\u00ff\u00d9"));
    }

    private static byte[] png(int side) {
        return TestImages.png(
                TestImages.pngHeader(side, side, 8, 2),
                TestImages.pngChunk("IDAT", TestImages.deflated(new byte[100])),
                TestImages.pngChunk("IEND", new byte[0]));
    }

    /** Behind the head, the colours, the control and the place of the frame. */
    private static byte[] withLargeFrame(byte[] gif) {
        int size = 6 + 7 + 6 + 8 + 5;
        Arrays.fill(gif, size, size + 4, (byte) 0xff);
        return gif;
    }

    private static byte[] lossless(int side) {
        return TestImages.riffChunk(
                "VP8L",
                ByteBuffer.allocate(15)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put((byte) 0x2f)
                        .putInt((side - 1) | (side - 1) << 14)
                        .array());
    }

    private ValidatableResponse upload(Path file) throws IOException {
        return given().auth()
                .oauth2(tokens.of(Role.AUTHOR))
                .multiPart("file", "a.jpg", Files.readAllBytes(file), "image/jpeg")
                .post("/api/v1/media")
                .then();
    }
}
