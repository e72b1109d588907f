package io.masthead.media.image;

import static io.masthead.media.image.TestImages.join;
import static io.masthead.media.image.TestImages.latin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.masthead.media.image.ImageRefusedException.Reason;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageHeaderTest {

    private static final int MEGAPIXELS = ImageHeader.MAX_PIXELS / 1_000_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = "AVIF", mode = EnumSource.Mode.EXCLUDE)
    void size_and_type_are_read(ImageType type) throws Exception {
        var header = ImageHeader.read(sample(type));

        assertThat(header).isEqualTo(new ImageHeader(type, 40, 30, 1, 1));
        assertThat(header.isDecodable()).isTrue();
    }

    @Test
    void of_an_avif_the_largest_picture_counts() throws Exception {
        var header = ImageHeader.read(avif(box("ispe", 0, 300, 200), box("ispe", 0, 4000, 3000)));

        assertThat(header).isEqualTo(new ImageHeader(ImageType.AVIF, 4000, 3000, 1, 1));
        assertThat(header.isDecodable()).isFalse();
    }

    @Test
    void an_avif_that_is_turned_says_so_in_a_box() throws Exception {
        var turned = join(new byte[] {0, 0, 0, 9}, latin("irot"), new byte[] {1});

        assertThat(ImageHeader.read(avif(box("ispe", 0, 4000, 3000), turned)).width())
                .isEqualTo(3000);
    }

    @Test
    void frames_of_an_avif_are_counted() throws Exception {
        assertThat(ImageHeader.read(film("pict", 3)).frames()).isEqualTo(3);
        assertThat(ImageHeader.read(film("pict", 1_000)).frames()).isEqualTo(1_000);
        for (int frames : new int[] {1_001, -1}) {
            assertRefused(film("pict", frames))
                    .hasMessage("The animation has more than 1000 frames; upload it as a video instead.");
        }
        assertRefused(film("meta", 3))
                .hasMessage("The AVIF has tracks that are no pictures, such as sound; upload it as a video instead.");
    }

    private Path film(String handler, int frames) throws IOException {
        var sizes = TestImages.box("minf", TestImages.box("stbl", box("stsz", 0, 0, frames)));
        var kind = TestImages.box("hdlr", new byte[8], latin(handler), new byte[13]);
        var film = TestImages.box("moov", TestImages.box("trak", TestImages.box("mdia", kind, sizes)));
        var still = Files.readAllBytes(avif(box("ispe", 0, 40, 30)));
        return TestImages.file(folder, join(still, film));
    }

    @Test
    void an_avif_of_boxes_without_end_is_refused() throws IOException {
        var boxes = new byte[8 * 5000];
        for (int i = 0; i < 5000; i++) {
            ByteBuffer.wrap(boxes, i * 8, 8).putInt(boxes.length - i * 8).put(latin("ipco"));
        }

        assertRefused(avif(boxes)).extracting(ImageHeaderTest::reason).isEqualTo(Reason.DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void orientation_is_read(int orientation) throws Exception {
        var exif =
                TestImages.exifSegment(new TestExif().orientation(orientation).bytes());
        var header = ImageHeader.read(TestImages.withSegments(sample(ImageType.JPEG), exif));

        assertThat(header.orientation()).isEqualTo(orientation);
        assertThat(header.width()).isEqualTo(40);
        assertThat(header.displayWidth()).isEqualTo(orientation < 5 ? 40 : 30);
        assertThat(header.displayHeight()).isEqualTo(orientation < 5 ? 30 : 40);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 300})
    void an_unknown_orientation_is_none(int orientation) throws Exception {
        var exif =
                TestImages.exifSegment(new TestExif().orientation(orientation).bytes());

        assertThat(ImageHeader.read(TestImages.withSegments(sample(ImageType.JPEG), exif))
                        .orientation())
                .isEqualTo(1);
    }

    @Test
    void damaged_metadata_is_none() throws Exception {
        var damaged = TestImages.exifSegment(new byte[] {'M', 'M', 0, 42, 0x7f, 0, 0, 1, 2, 3});
        var header = ImageHeader.read(TestImages.withSegments(sample(ImageType.JPEG), damaged));

        assertThat(header).isEqualTo(new ImageHeader(ImageType.JPEG, 40, 30, 1, 1));
    }

    @Test
    void a_bomb_of_pixels_is_refused_by_its_header() throws IOException {
        var bomb = TestImages.file(
                folder,
                TestImages.png(
                        TestImages.pngHeader(50_000, 50_000, 1, 0),
                        TestImages.pngChunk("IDAT", TestImages.deflated(new byte[50_000])),
                        TestImages.pngChunk("IEND", new byte[0])));

        assertRefused(bomb)
                .hasMessage("The image has 50000×50000 pixels; at most " + MEGAPIXELS + " megapixels are allowed.")
                .extracting(ImageHeaderTest::reason)
                .isEqualTo(Reason.TOO_MANY_PIXELS);
    }

    @Test
    void a_side_without_end_is_refused() throws IOException {
        for (var size : new int[][] {{50_000_000, 1}, {1, 65_536}}) {
            var narrow = TestImages.png(
                    TestImages.pngHeader(size[0], size[1], 1, 0),
                    TestImages.pngChunk("IDAT", new byte[0]),
                    TestImages.pngChunk("IEND", new byte[0]));

            assertRefused(TestImages.file(folder, narrow))
                    .hasMessage(
                            "The image has " + size[0] + "×" + size[1] + " pixels; each side may have at most 65535.")
                    .extracting(ImageHeaderTest::reason)
                    .isEqualTo(Reason.TOO_MANY_PIXELS);
        }
    }

    @Test
    void as_many_pixels_as_are_allowed_are_accepted() throws Exception {
        int height = ImageHeader.MAX_PIXELS / 10_000;

        assertThat(ImageHeader.read(large(10_000, height)).height()).isEqualTo(height);
        assertRefused(large(10_000, height + 1)).hasMessageContaining("at most " + MEGAPIXELS + " megapixels");
    }

    private Path large(int width, int height) throws IOException {
        return TestImages.file(
                folder,
                TestImages.png(
                        TestImages.pngHeader(width, height, 1, 0),
                        TestImages.pngChunk("IDAT", new byte[0]),
                        TestImages.pngChunk("IEND", new byte[0])));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1_000})
    void frames_are_counted(int frames) throws Exception {
        assertThat(ImageHeader.read(TestImages.file(folder, TestImages.gif(3, 2, frames))))
                .isEqualTo(new ImageHeader(ImageType.GIF, 3, 2, frames, 1));
    }

    @Test
    void a_bomb_of_frames_is_refused() throws IOException {
        assertRefused(TestImages.file(folder, TestImages.gif(1, 1, 10_000)))
                .hasMessage("The animation has more than 1000 frames; upload it as a video instead.")
                .extracting(ImageHeaderTest::reason)
                .isEqualTo(Reason.TOO_MANY_FRAMES);
    }

    @Test
    void a_bomb_of_frames_in_webp_is_refused() throws IOException {
        var frame = frame(40, 30);
        var frames = new byte[10_000][];
        Arrays.fill(frames, frame);
        var bomb = TestImages.extendedWebp(new byte[12], 40, 30, 2, frames);

        assertRefused(TestImages.file(folder, bomb))
                .extracting(ImageHeaderTest::reason)
                .isEqualTo(Reason.TOO_MANY_FRAMES);
    }

    @Test
    void frames_of_webp_are_counted() throws Exception {
        var animated = TestImages.extendedWebp(new byte[12], 40, 30, 2, frame(40, 30), frame(40, 30));

        assertThat(ImageHeader.read(TestImages.file(folder, animated)))
                .isEqualTo(new ImageHeader(ImageType.WEBP, 40, 30, 2, 1));
    }

    @Test
    void a_webp_whose_pixels_contradict_its_header_is_refused() throws IOException {
        var simple = Files.readAllBytes(sample(ImageType.WEBP));

        assertRefused(TestImages.file(folder, TestImages.extendedWebp(simple, 4, 3, 0)))
                .hasMessageContaining("one size in its header and another for its pixels");
    }

    @Test
    void a_frame_of_webp_that_contradicts_its_header_is_refused() throws IOException {
        var lying = TestImages.extendedWebp(new byte[12], 40, 30, 2, frame(4, 3));

        assertRefused(TestImages.file(folder, lying)).hasMessageContaining("frame whose size contradicts");
    }

    @Test
    void a_gif_with_a_frame_larger_than_its_screen_is_refused() throws IOException {
        var gif = TestImages.gif(1, 1, 1);
        gif[6 + 7 + 6 + 8 + 5] = 100;

        assertRefused(TestImages.file(folder, gif)).hasMessageContaining("larger than the size in its header");
    }

    @Test
    void a_size_that_is_given_twice_is_refused() throws IOException {
        var second = TestImages.segment(0xc0, new byte[] {8, 0, 1, 0, 1, 1, 1, 0x11, 0});

        assertRefused(TestImages.withSegments(sample(ImageType.JPEG), second)).hasMessageContaining("twice");
        assertRefused(TestImages.withChunks(sample(ImageType.PNG), TestImages.pngHeader(1, 1, 8, 0)))
                .hasMessageContaining("twice");
    }

    @Test
    void a_bomb_of_layers_is_refused() throws IOException {
        var image = TestImages.jpeg(folder, TestImages.quarters(16, 16));
        var bytes = Files.readAllBytes(image);
        var scan = TestImages.segment(0xda, new byte[] {1, 1, 0, 1, 1, 0});
        var scans = new byte[101][];
        Arrays.fill(scans, scan);
        var bomb = join(TestImages.slice(bytes, 0, bytes.length - 2), join(scans), latin("\u00ff\u00d9"));

        assertRefused(TestImages.file(folder, bomb)).hasMessage("The JPEG has more than 100 layers.");
    }

    @Test
    void a_jpeg_with_several_layers_may_have_80_million_coefficients() throws Exception {
        assertThat(ImageHeader.read(layers(8_000, 6_000, 20, 0x22, 0x11, 0x11)).width())
                .isEqualTo(8_000);
        assertThat(ImageHeader.read(layers(8_000, 6_000, 20, 0x11)).width()).isEqualTo(8_000);
        assertThat(ImageHeader.read(layers(8_000, 6_000, 1, 0x11, 0x11, 0x11)).width())
                .isEqualTo(8_000);
        assertThat(ImageHeader.read(layers(5_000, 5_000, 2, 0x11, 0x11, 0x11)).width())
                .isEqualTo(5_000);
        assertRefused(layers(6_000, 5_000, 2, 0x11, 0x11, 0x11))
                .hasMessage("A JPEG with several layers may have at most 26 megapixels with this sampling of colours;"
                        + " save it as baseline JPEG.")
                .extracting(ImageHeaderTest::reason)
                .isEqualTo(Reason.UNSUPPORTED_FORM);
        assertRefused(layers(8_000, 6_000, 2, 0x22, 0x22, 0x22)).hasMessageContaining("several layers");
        assertRefused(layers(6_000, 6_000, 2, 0x21, 0x11, 0x21)).hasMessageContaining("at most 32 megapixels");
        assertRefused(layers(8_000, 6_000, 23, 0x22, 0x11, 0x11))
                .hasMessage("The JPEG has too many layers for its size; save it as baseline JPEG.");
    }

    @Test
    void impossible_sampling_factors_are_refused() throws IOException {
        for (int factors : new int[] {0x01, 0x10, 0x51, 0x15, 0xff}) {
            assertRefused(layers(40, 30, 1, factors))
                    .hasMessage("The header of the JPEG has impossible sampling factors.");
        }
    }

    @Test
    void colours_that_are_given_twice_are_refused() throws IOException {
        var palette = TestImages.pngChunk("PLTE", new byte[3]);
        var transparency = TestImages.pngChunk("tRNS", new byte[1]);

        assertRefused(TestImages.withChunks(sample(ImageType.PNG), palette, palette))
                .hasMessage("The PNG gives its colours twice.");
        assertRefused(TestImages.withChunks(sample(ImageType.PNG), transparency, transparency))
                .hasMessage("The PNG gives its colours twice.");
    }

    @Test
    void a_png_without_pixels_is_refused() throws IOException {
        var empty = TestImages.png(TestImages.pngHeader(40, 30, 8, 2), TestImages.pngChunk("IEND", new byte[0]));

        assertRefused(TestImages.file(folder, empty)).hasMessage("The PNG has no picture in it.");
    }

    /** Each of them would be inflated to megabytes. */
    @Test
    void a_second_profile_is_refused() throws IOException {
        var profile = TestImages.pngChunk("iCCP", join(latin("p\0\0"), TestImages.deflated(new byte[1 << 20])));

        assertRefused(TestImages.withChunks(sample(ImageType.PNG), profile, profile))
                .hasMessage("The PNG has more than one colour profile.");
    }

    @Test
    void cmyk_is_read_but_not_decodable() throws Exception {
        var header = ImageHeader.read(layers(40, 30, 1, 0x11, 0x11, 0x11, 0x11));

        assertThat(header).isEqualTo(new ImageHeader(ImageType.JPEG, 40, 30, 1, 1, false));
        assertRefused(layers(40, 30, 1, 0x11, 0x11))
                .hasMessage("The JPEG has neither grey nor RGB colours; save it with RGB.")
                .extracting(ImageHeaderTest::reason)
                .isEqualTo(Reason.UNSUPPORTED_FORM);
    }

    @Test
    void zero_bytes_are_refused() throws IOException {
        assertRefused(TestImages.file(folder, new byte[0]))
                .hasMessage("The file is empty.")
                .extracting(ImageHeaderTest::reason)
                .isEqualTo(Reason.UNKNOWN_TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<svg onload=alert(1)>", "<html>", "%PDF-1.7", "\0", "RIFF____WAVE", "____ftypheic____mif1"})
    void other_files_are_refused(String content) throws IOException {
        assertRefused(TestImages.file(folder, latin(content)))
                .hasMessage("The file is not an image; allowed are JPEG, PNG, GIF, WebP and AVIF.")
                .extracting(ImageHeaderTest::reason)
                .isEqualTo(Reason.UNKNOWN_TYPE);
    }

    @ParameterizedTest
    @EnumSource(ImageType.class)
    void each_beginning_of_a_file_is_read_or_refused(ImageType type) throws Exception {
        var sample = type == ImageType.AVIF ? avif(box("ispe", 0, 40, 30)) : sample(type);
        var bytes = Files.readAllBytes(sample);
        for (int length = 0; length < bytes.length; length++) {
            var part = Files.write(folder.resolve("part"), Arrays.copyOf(bytes, length));
            try {
                assertThat(ImageHeader.read(part).width()).isEqualTo(40);
            } catch (ImageRefusedException refused) {
                assertThat(refused).hasMessageEndingWith(".");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ImageType.class)
    void a_file_with_a_wrong_byte_is_read_or_refused(ImageType type) throws Exception {
        var sample = type == ImageType.AVIF ? avif(box("ispe", 0, 40, 30)) : sample(type);
        var bytes = Files.readAllBytes(sample);
        for (int at = 0; at < bytes.length; at++) {
            var wrong = bytes.clone();
            wrong[at] ^= (byte) 0xff;
            try {
                ImageHeader.read(Files.write(folder.resolve("wrong"), wrong));
            } catch (ImageRefusedException refused) {
                assertThat(refused).hasMessageEndingWith(".");
            }
        }
    }

    private Path sample(ImageType type) throws IOException {
        var image = TestImages.plain(40, 30, Color.ORANGE, BufferedImage.TYPE_INT_RGB);
        return switch (type) {
            case JPEG -> TestImages.jpeg(folder, image);
            case PNG -> TestImages.png(folder, image);
            case GIF -> TestImages.gif(folder, image);
            case WEBP -> TestImages.webp(folder, image);
            case AVIF -> throw new IllegalArgumentException();
        };
    }

    /** Of the size that is said, around pixels of 40×30. */
    private byte[] frame(int width, int height) throws IOException {
        return TestImages.webpFrame(Files.readAllBytes(sample(ImageType.WEBP)), 0, width, height);
    }

    /** @param sampling of each component */
    private Path layers(int width, int height, int scans, int... sampling) throws IOException {
        var frame = ByteBuffer.allocate(6 + 3 * sampling.length)
                .put((byte) 8)
                .putShort((short) height)
                .putShort((short) width)
                .put((byte) sampling.length);
        for (int i = 0; i < sampling.length; i++) {
            frame.put(new byte[] {(byte) (i + 1), (byte) sampling[i], 0});
        }
        var scan = TestImages.segment(0xda, new byte[] {1, 1, 0, 1, 1, 0});
        var all = new byte[scans][];
        Arrays.fill(all, scan);
        var header = TestImages.segment(0xc2, frame.array());
        return TestImages.file(folder, join(latin("\u00ff\u00d8"), header, join(all), latin("\u00ff\u00d9")));
    }

    private Path avif(byte[]... properties) throws IOException {
        var ipco = TestImages.box("ipco", join(properties));
        var meta = TestImages.box("meta", join(new byte[4], TestImages.box("iprp", ipco)));
        return TestImages.file(folder, join(TestImages.box("ftyp", latin("mif1\0\0\0\0mif1avif")), meta));
    }

    private static byte[] box(String name, int... numbers) {
        var content = ByteBuffer.allocate(numbers.length * 4);
        for (int number : numbers) {
            content.putInt(number);
        }
        return TestImages.box(name, content.array());
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Path file) {
        return assertThatThrownBy(() -> ImageHeader.read(file)).isInstanceOf(ImageRefusedException.class);
    }

    private static Reason reason(Throwable refused) {
        return ((ImageRefusedException) refused).reason();
    }
}
