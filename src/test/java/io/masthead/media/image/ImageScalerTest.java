package io.masthead.media.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.masthead.media.image.ImageScaler.Rendition;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.FileImageOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageScalerTest {

    @TempDir
    Path folder;

    private Path made;

    @BeforeEach
    void makeFolder() throws IOException {
        made = Files.createDirectory(folder.resolve("made"));
    }

    @Test
    void all_sizes_of_wordpress() throws Exception {
        var source = TestImages.jpeg(folder, TestImages.photograph(1200, 800, 0));

        var scaled = ImageScaler.scale(source, WordPressSizes.of(1200, 800, FocalPoint.CENTRE), made);

        assertThat(scaled.renditions())
                .filteredOn(rendition -> rendition.type() == ImageType.JPEG)
                .extracting(rendition -> rendition.name() + " " + rendition.width() + "x" + rendition.height())
                .containsExactly("medium 300x200", "large 1024x683", "thumbnail 150x150", "medium_large 768x512");
        for (var rendition : scaled.renditions()) {
            var header = ImageHeader.read(rendition.file());
            assertThat(header)
                    .isEqualTo(new ImageHeader(rendition.type(), rendition.width(), rendition.height(), 1, 1));
            assertThat(rendition.bytes()).isEqualTo(Files.size(rendition.file()));
        }
    }

    @Test
    void webp_is_kept_where_it_is_smaller() throws Exception {
        var source = TestImages.jpeg(folder, TestImages.photograph(600, 400, 0));
        var renditions = ImageScaler.scale(source, List.of(contain("a", 600, 400, 300)), made)
                .renditions();

        assertThat(renditions).extracting(Rendition::type).containsExactly(ImageType.JPEG, ImageType.WEBP);
        assertThat(renditions.get(1).bytes()).isLessThan(renditions.get(0).bytes());
    }

    @Test
    void webp_that_is_not_smaller_leaves_no_file() throws Exception {
        // A single grey pixel: the frame of the file is all there is.
        var source = TestImages.png(folder, TestImages.plain(2, 2, Color.GRAY, BufferedImage.TYPE_INT_RGB));
        var request = RenditionRequest.standard("a", ResizePlan.contain(2, 2, 1, 1));
        var renditions = ImageScaler.scale(source, List.of(request), made).renditions();

        try (var files = Files.list(made)) {
            assertThat(files.toList())
                    .containsExactlyInAnyOrderElementsOf(
                            renditions.stream().map(Rendition::file).toList());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.25,0.25,red",
        "0.75,0.25,green",
        "0.25,0.75,blue",
        "0.75,0.75,white",
        "0,0,red",
        "1,1,white",
    })
    void what_is_cut_out_lies_around_the_focal_point(double x, double y, String colour) throws Exception {
        var source = TestImages.jpeg(folder, TestImages.quarters(400, 400));
        var wide = ResizePlan.cover(400, 400, 100, 20, new FocalPoint(x, y));
        var high = ResizePlan.cover(400, 400, 20, 100, new FocalPoint(x, y));
        var renditions = ImageScaler.scale(
                        source,
                        List.of(RenditionRequest.standard("wide", wide), RenditionRequest.standard("high", high)),
                        made)
                .renditions();

        assertThat(rows(TestImages.read(file(renditions, "wide"))))
                .contains(colour)
                .hasSize(2);
        assertThat(columns(TestImages.read(file(renditions, "high"))))
                .contains(colour)
                .hasSize(2);
    }

    @Test
    void orientation_is_applied_before_cutting() throws Exception {
        var source = TestImages.withSegments(
                TestImages.jpeg(folder, TestImages.quarters(400, 300)),
                TestImages.exifSegment(new TestExif().orientation(6).bytes()));
        var renditions = ImageScaler.scale(source, List.of(contain("a", 300, 400, 100)), made)
                .renditions();

        assertThat(renditions.get(0).width()).isEqualTo(75);
        assertThat(TestImages.corners(TestImages.read(renditions.get(0).file())))
                .isEqualTo("blue red white green");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_4BYTE_ABGR
            })
    void png_of_each_kind(int type) throws Exception {
        var source = TestImages.png(folder, TestImages.quarters(200, 200, type));
        var renditions = ImageScaler.scale(source, List.of(contain("a", 200, 200, 50)), made)
                .renditions();

        assertThat(renditions.get(0).type()).isEqualTo(ImageType.PNG);
        assertThat(TestImages.corners(TestImages.read(renditions.get(0).file())))
                .isEqualTo("red green blue white");
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
    void grey_stays_as_grey_as_it_is(int type) throws Exception {
        var image = new BufferedImage(40, 40, type);
        int value = type == BufferedImage.TYPE_BYTE_GRAY ? 100 : 100 << 8;
        for (int i = 0; i < 1600; i++) {
            image.getRaster().setSample(i % 40, i / 40, 0, value);
        }
        var renditions = ImageScaler.scale(TestImages.png(folder, image), List.of(contain("a", 40, 40, 10)), made)
                .renditions();

        assertThat(TestImages.read(renditions.get(0).file()).getRGB(5, 5) & 0xff)
                .isEqualTo(100);
    }

    @Test
    void black_and_white_becomes_grey() throws Exception {
        var image = new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_BINARY);
        for (int i = 0; i < 1600; i += 2) {
            image.setRGB(i % 40, i / 40, Color.WHITE.getRGB());
        }
        var renditions = ImageScaler.scale(TestImages.png(folder, image), List.of(contain("a", 40, 40, 10)), made)
                .renditions();

        assertThat(TestImages.read(renditions.get(0).file()).getRGB(5, 5) & 0xff)
                .isCloseTo(128, within(1));
    }

    @Test
    void transparency_stays_and_its_colour_does_not_shine_through() throws Exception {
        var image = TestImages.plain(40, 40, new Color(0, 255, 0, 0), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 20; x += 2) {
                image.setRGB(x, y, Color.RED.getRGB());
            }
        }
        var source = TestImages.png(folder, image);
        var jpeg = new RenditionRequest("b", ResizePlan.contain(40, 40, 20, 20), ImageType.JPEG, false);
        var renditions = ImageScaler.scale(source, List.of(contain("a", 40, 40, 20), jpeg), made)
                .renditions();

        for (var type : List.of(ImageType.PNG, ImageType.WEBP)) {
            var scaled = TestImages.read(renditions.stream()
                    .filter(rendition -> rendition.type() == type)
                    .findFirst()
                    .orElseThrow()
                    .file());
            assertThat(scaled.getRGB(5, 5)).isEqualTo(new Color(255, 0, 0, 128).getRGB());
            assertThat(scaled.getRGB(15, 5) >>> 24).isZero();
        }
        assertThat(TestImages.colour(TestImages.read(file(renditions, "b")), 15, 5))
                .isEqualTo("white");
    }

    @Test
    void a_gif_gives_a_png_of_its_first_frame_at_its_place() throws Exception {
        var renditions = ImageScaler.scale(
                        TestImages.file(folder, TestImages.gif(4, 4, 3)), List.of(contain("a", 4, 4, 2)), made)
                .renditions();

        assertThat(renditions.get(0).type()).isEqualTo(ImageType.PNG);
        var scaled = TestImages.read(renditions.get(0).file());
        assertThat(scaled.getRGB(0, 0) >>> 24).isEqualTo(64);
        assertThat(scaled.getRGB(1, 1) >>> 24).isZero();
    }

    @Test
    void a_webp_gives_webp() throws Exception {
        var source = TestImages.webp(folder, TestImages.quarters(200, 200));
        var renditions = ImageScaler.scale(source, List.of(contain("a", 200, 200, 50)), made)
                .renditions();

        assertThat(renditions).extracting(Rendition::type).containsExactly(ImageType.WEBP);
        assertThat(TestImages.corners(TestImages.read(renditions.get(0).file())))
                .isEqualTo("red green blue white");
    }

    @Test
    void an_animated_webp_gives_its_first_frame_at_its_place() throws Exception {
        var still = Files.readAllBytes(TestImages.webp(folder, TestImages.quarters(40, 30)));
        var frame = TestImages.webpFrame(still, 20, 40, 30);
        var source = TestImages.file(folder, TestImages.extendedWebp(new byte[12], 60, 30, 2, frame, frame));
        var request = new RenditionRequest("a", ResizePlan.contain(60, 30, 60, 30), ImageType.PNG, false);
        var scaled = TestImages.read(ImageScaler.scale(source, List.of(request), made)
                .renditions()
                .get(0)
                .file());

        assertThat(scaled.getRGB(5, 5) >>> 24).isZero();
        assertThat(TestImages.colour(scaled, 25, 5)).isEqualTo("red");
        assertThat(TestImages.colour(scaled, 55, 25)).isEqualTo("white");
    }

    @Test
    void a_frame_of_a_very_large_animation_is_reduced_and_lies_at_its_place() throws Exception {
        var still = Files.readAllBytes(TestImages.webp(folder, TestImages.quarters(64, 48)));
        var frame = TestImages.webpFrame(TestImages.join(still, TestImages.riffChunk("JUNK", new byte[9])), 20, 64, 48);
        var source = TestImages.file(folder, TestImages.extendedWebp(new byte[12], 6_400, 3_000, 2, frame, frame));
        var image = ImageDecoder.decodeReduced(source, InspectedImage.read(source), 2)
                .pixels()
                .image();

        assertThat(image.getWidth()).isEqualTo(3_200);
        assertThat(image.getRGB(9, 0) >>> 24).isZero();
        assertThat(TestImages.colour(image, 11, 1)).isEqualTo("red");
        assertThat(TestImages.colour(image, 40, 22)).isEqualTo("white");
        assertThat(image.getRGB(41, 23) >>> 24).isEqualTo(255);
        assertThat(image.getRGB(42, 23) >>> 24).isZero();
        assertThat(image.getRGB(41, 24) >>> 24).isZero();
    }

    @Test
    void all_layers_of_a_progressive_jpeg_count() throws Exception {
        var image = TestImages.quarters(200, 200);
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var param = writer.getDefaultWriteParam();
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        var file = folder.resolve("progressive.jpg");
        try (var out = new FileImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        }
        writer.dispose();
        var plain = TestImages.read(TestImages.jpeg(folder, image));
        var progressive = TestImages.read(file);

        for (int i = 0; i < 200; i++) {
            assertThat(progressive.getRGB(i, i)).isEqualTo(plain.getRGB(i, i));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG"})
    void colours_of_a_profile_become_those_of_screens(ImageType type) throws Exception {
        var profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        var image = TestImages.plain(40, 40, new Color(55, 55, 55), BufferedImage.TYPE_INT_RGB);
        var source = type == ImageType.JPEG
                ? TestImages.withSegments(
                        TestImages.jpeg(folder, image),
                        TestImages.segment(0xe2, TestImages.join(TestImages.latin("ICC_PROFILE\0\1\1"), profile)))
                : TestImages.withChunks(
                        TestImages.png(folder, image),
                        TestImages.pngChunk(
                                "iCCP", TestImages.join(TestImages.latin("p\0\0"), TestImages.deflated(profile))));
        var renditions = ImageScaler.scale(source, List.of(contain("a", 40, 40, 20)), made)
                .renditions();

        // A fifth of the light is the middle of sRGB.
        assertThat(TestImages.read(renditions.get(0).file()).getRGB(5, 5) & 0xff)
                .isCloseTo(128, within(4));
        assertThat(InspectedImage.read(renditions.get(0).file()).blocks().profile())
                .isNull();
    }

    @Test
    void colours_of_a_palette_have_a_profile_too() throws Exception {
        var profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        var colours = new IndexColorModel(8, 1, new byte[] {55}, new byte[] {55}, new byte[] {55});
        var source = TestImages.withChunks(
                TestImages.png(folder, new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_INDEXED, colours)),
                TestImages.pngChunk("iCCP", TestImages.join(TestImages.latin("p\0\0"), TestImages.deflated(profile))));
        var renditions = ImageScaler.scale(source, List.of(contain("a", 40, 40, 20)), made)
                .renditions();

        assertThat(TestImages.read(renditions.get(0).file()).getRGB(5, 5) & 0xff)
                .isCloseTo(128, within(4));
    }

    @Test
    void a_damaged_profile_is_none() throws Exception {
        var image = TestImages.plain(40, 40, new Color(55, 55, 55), BufferedImage.TYPE_INT_RGB);
        for (var profile : List.of(new byte[200], TestImages.latin("x"))) {
            var png = TestImages.withChunks(
                    TestImages.png(folder, image),
                    TestImages.pngChunk(
                            "iCCP", TestImages.join(TestImages.latin("p\0\0"), TestImages.deflated(profile))));
            var jpeg = TestImages.withSegments(
                    TestImages.jpeg(folder, image),
                    TestImages.segment(0xe2, TestImages.join(TestImages.latin("ICC_PROFILE\0\1\1"), profile)));
            for (var source : List.of(png, jpeg)) {
                var name = source == png ? "png" : "jpeg";
                var file = ImageScaler.scale(source, List.of(contain(name, 40, 40, 20)), made)
                        .renditions()
                        .get(0)
                        .file();
                assertThat(TestImages.read(file).getRGB(5, 5) & 0xff).isCloseTo(55, within(3));
                Files.delete(file);
                Files.deleteIfExists(made.resolve(name + ".webp"));
            }
        }
    }

    @Test
    void renditions_have_no_metadata() throws Exception {
        var source = TestImages.withSegments(
                TestImages.jpeg(folder, TestImages.quarters(200, 200)),
                TestImages.exifSegment(
                        new TestExif().text(0x010f, "Secret").latitude().bytes()));
        var renditions = ImageScaler.scale(source, List.of(contain("a", 200, 200, 50)), made)
                .renditions();

        assertThat(TestImages.content(renditions.get(0).file())).doesNotContain("Secret", "Exif");
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG", "GIF", "WEBP"})
    void what_ends_early_is_refused_and_never_half_grey(ImageType type) throws Exception {
        var image = TestImages.photograph(200, 200, 30);
        var source = switch (type) {
            case JPEG -> TestImages.jpeg(folder, image);
            case PNG -> TestImages.png(folder, image);
            case GIF -> TestImages.gif(folder, image);
            default -> TestImages.webp(folder, image);
        };
        var bytes = Files.readAllBytes(source);
        Files.write(source, Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> ImageScaler.scale(source, List.of(contain("a", 200, 200, 50)), made))
                .isInstanceOf(ImageRefusedException.class);
    }

    @Test
    void pixels_that_are_not_there_are_refused() throws Exception {
        var empty = TestImages.png(
                TestImages.pngHeader(40, 40, 8, 2),
                TestImages.pngChunk("IDAT", TestImages.deflated(new byte[10])),
                TestImages.pngChunk("IEND", new byte[0]));

        assertThatThrownBy(() -> ImageScaler.scale(TestImages.file(folder, empty), List.of(), made))
                .isInstanceOf(ImageRefusedException.class)
                .hasMessage("The PNG cannot be decoded; it may be damaged.");
    }

    @Test
    void an_avif_is_refused() throws Exception {
        var refused = assertThatThrownBy(() -> ImageDecoder.decode(
                folder,
                new InspectedImage(
                        new ImageHeader(ImageType.AVIF, 1, 1, 1, 1),
                        ParsedMetadata.of(MetadataBlocks.NONE),
                        MetadataBlocks.NONE)));

        refused.hasMessage("AVIF images are kept as they are; they cannot be scaled or edited.");
    }

    @Test
    void of_a_very_large_image_not_all_pixels_are_decoded() throws Exception {
        var image = new BufferedImage(9_000, 3_000, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 1_500; y++) {
            for (int x = 0; x < 9_000; x++) {
                image.getRaster().setSample(x, y, 0, 255);
            }
        }
        var source = TestImages.jpeg(folder, image);
        var inspected = InspectedImage.read(source);

        assertThat(ImageDecoder.decodeReduced(source, inspected, 4).pixels().width())
                .isEqualTo(4_500);
        assertThat(ImageDecoder.decodeReduced(source, inspected, 1).pixels().width())
                .isEqualTo(9_000);
        var renditions = ImageScaler.scale(source, List.of(contain("a", 9_000, 3_000, 300)), made)
                .renditions();
        var scaled = TestImages.read(renditions.get(0).file());
        assertThat(scaled.getWidth()).isEqualTo(300);
        assertThat(TestImages.corners(scaled)).isEqualTo("white white other other");
    }

    @Test
    void a_request_that_no_rendition_can_be_is_a_mistake_of_the_caller() {
        assertThatThrownBy(() -> new RenditionRequest("a", ResizePlan.contain(2, 2, 1, 1), ImageType.AVIF, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../a", "a.b", "A", "a b", "a/b", "a\n"})
    void a_name_that_leads_elsewhere_is_a_mistake_of_the_caller(String name) {
        assertThatThrownBy(() -> contain(name, 2, 2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a to z");
    }

    private static RenditionRequest contain(String name, int width, int height, int box) {
        return RenditionRequest.standard(name, ResizePlan.contain(width, height, box, box));
    }

    private static Path file(List<Rendition> renditions, String name) {
        return renditions.stream()
                .filter(rendition -> rendition.name().equals(name))
                .findFirst()
                .orElseThrow()
                .file();
    }

    private static List<String> rows(BufferedImage image) {
        return List.of(TestImages.colour(image, 20, 10), TestImages.colour(image, 80, 10));
    }

    private static List<String> columns(BufferedImage image) {
        return List.of(TestImages.colour(image, 10, 20), TestImages.colour(image, 10, 80));
    }
}
