package io.masthead.media.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.drew.imaging.ImageMetadataReader;
import io.masthead.media.image.ImageRefusedException.Reason;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrippedImageTest {

    private static final byte[] SECRETS = new TestExif()
            .text(0x010e, "A harbour")
            .text(0x010f, "SecretMaker")
            .text(0x013b, "Jane Doe")
            .text(0x8298, "© Jane Doe")
            .exposureText(0x9004, "2024:05:06 07:08:09")
            .exposureText(0xa431, "SecretSerialNumber")
            .latitude()
            .bytes();

    @TempDir
    Path folder;

    @Test
    void of_a_jpeg_only_credits_stay() throws Exception {
        var source = TestImages.withSegments(
                TestImages.jpeg(folder, TestImages.quarters(64, 48)),
                TestImages.exifSegment(SECRETS),
                TestImages.xmpSegment(ImageMetadataTest.xmp("<photoshop:City>SecretCity</photoshop:City>")),
                TestImages.iptcSegment(90, "SecretCity", 110, "Agency"),
                TestImages.segment(0xe0, TestImages.latin("JFXX\0SecretPreview")),
                TestImages.segment(0xe2, TestImages.latin("MPF\0SecretPictures")),
                TestImages.segment(0xe5, TestImages.latin("SecretNotes")),
                TestImages.segment(0xee, TestImages.latin("Adobe\0d\0\0\0\0\1SecretTail")),
                TestImages.segment(0xf0, TestImages.latin("SecretExtension")),
                TestImages.segment(0xdf, TestImages.latin("SecretExpansion")),
                TestImages.segment(0xfe, TestImages.latin("SecretComment")));
        Files.write(source, TestImages.join(Files.readAllBytes(source), TestImages.latin("SecretVideo")));
        var target = folder.resolve("target.jpg");

        var stripped = StrippedImage.write(source, target);

        assertThat(stripped).isEqualTo(new StrippedImage(new ImageHeader(ImageType.JPEG, 64, 48, 1, 1), false));
        assertThat(TestImages.content(source)).contains("Secret", "2024:05:06");
        assertThat(TestImages.content(target)).doesNotContain("Secret", "2024", "xpacket", "adobe", "8BIM", "MPF");
        var parsed = InspectedImage.read(target).metadata();
        assertThat(Credits.of(parsed)).isEqualTo(new Credits("© Jane Doe", "Jane Doe / Agency", "A harbour"));
        assertThat(parsed.exif(0x010f)).isEmpty();
        assertThat(InspectedImage.read(target).blocks().xmp()).isNull();
        assertThat(samePixels(source, target)).isTrue();
    }

    /** Each that is kept is held in memory for decoding. */
    @Test
    void of_segments_that_repeat_the_first_stays() throws Exception {
        var source = TestImages.jpeg(folder, TestImages.quarters(64, 48));
        var once = Files.readAllBytes(source);
        var jfif = TestImages.segment(0xe0, TestImages.latin("JFIF\0\1\2\0\0\7\0\7\0\0"));
        var adobe = TestImages.segment(0xee, TestImages.latin("Adobe\0d\0\0\0\0\1"));
        var other = TestImages.segment(0xee, TestImages.latin("Adobe\0d\0\0\0\0\2"));
        TestImages.withSegments(source, jfif, adobe, jfif, other, other);
        var target = folder.resolve("target.jpg");

        StrippedImage.write(source, target);

        var rest = TestImages.slice(once, 2 + 18, once.length);
        assertThat(Files.readAllBytes(target))
                .isEqualTo(TestImages.join(TestImages.slice(once, 0, 2), jfif, adobe, rest));
        try (var in = ImageBytes.open(source)) {
            assertThat(new JpegFormat().head(in)).hasSizeLessThan(once.length);
        }
    }

    @Test
    void no_directory_of_places_stays() throws Exception {
        var source = TestImages.withSegments(
                TestImages.jpeg(folder, TestImages.quarters(64, 48)), TestImages.exifSegment(SECRETS));
        var target = folder.resolve("target.jpg");

        StrippedImage.write(source, target);

        assertThat(directories(source)).contains("GPS");
        assertThat(directories(target)).doesNotContain("GPS", "Exif SubIFD").contains("Exif IFD0");
    }

    @Test
    void a_jpeg_without_credits_gets_no_exif() throws Exception {
        var source = TestImages.withSegments(
                TestImages.jpeg(folder, TestImages.quarters(64, 48)),
                TestImages.exifSegment(new TestExif().latitude().bytes()));
        var target = folder.resolve("target.jpg");

        StrippedImage.write(source, target);

        assertThat(TestImages.content(target)).doesNotContain("Exif");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void a_jpeg_is_turned_upright(int orientation) throws Exception {
        var source = TestImages.withSegments(
                TestImages.jpeg(folder, TestImages.quarters(64, 48)),
                TestImages.exifSegment(new TestExif()
                        .orientation(orientation)
                        .text(0x8298, "© Jane Doe")
                        .latitude()
                        .bytes()));
        var target = folder.resolve("target.jpg");

        var stripped = StrippedImage.write(source, target);

        assertThat(stripped.reencoded()).isTrue();
        assertThat(stripped.header()).isEqualTo(ImageHeader.read(target));
        assertThat(stripped.header().width()).isEqualTo(orientation < 5 ? 64 : 48);
        assertThat(TestImages.corners(TestImages.read(target))).isEqualTo(upright(orientation));
        assertThat(directories(target)).doesNotContain("GPS");
        assertThat(Credits.of(InspectedImage.read(target).metadata()).copyright())
                .isEqualTo("© Jane Doe");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void a_grey_jpeg_is_turned_too(int orientation) throws Exception {
        var image = TestImages.plain(64, 48, Color.BLACK, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < 32; x++) {
            for (int y = 0; y < 24; y++) {
                image.setRGB(x, y, Color.WHITE.getRGB());
            }
        }
        var source = TestImages.withSegments(
                TestImages.jpeg(folder, image),
                TestImages.exifSegment(new TestExif().orientation(orientation).bytes()));
        var target = folder.resolve("target.jpg");

        StrippedImage.write(source, target);

        var corners = TestImages.corners(TestImages.read(target)).split(" ");
        assertThat(Arrays.asList(corners).indexOf("white"))
                .isEqualTo(Arrays.asList(upright(orientation).split(" ")).indexOf("red"));
        assertThat(TestImages.read(target).getRaster().getNumBands()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"PNG", "WEBP"})
    void others_are_turned_too(ImageType type) throws Exception {
        var source = withExif(
                type, new TestExif().orientation(6).text(0x8298, "© Jane Doe").bytes());
        var target = folder.resolve("target");

        var stripped = StrippedImage.write(source, target);

        assertThat(stripped.header()).isEqualTo(new ImageHeader(type, 48, 64, 1, 1));
        assertThat(ImageHeader.read(target)).isEqualTo(stripped.header());
        assertThat(TestImages.corners(TestImages.read(target))).isEqualTo(upright(6));
        assertThat(Credits.of(InspectedImage.read(target).metadata()).copyright())
                .isEqualTo("© Jane Doe");
    }

    @ParameterizedTest
    @EnumSource(names = {"PNG", "WEBP"})
    void of_others_only_credits_stay(ImageType type) throws Exception {
        var source = withExif(type, SECRETS);
        var target = folder.resolve("target");

        var stripped = StrippedImage.write(source, target);

        assertThat(stripped.reencoded()).isFalse();
        assertThat(TestImages.content(source)).contains("Secret");
        assertThat(TestImages.content(target)).doesNotContain("Secret", "2024");
        assertThat(directories(target)).doesNotContain("GPS");
        assertThat(Credits.of(InspectedImage.read(target).metadata()))
                .isEqualTo(new Credits("© Jane Doe", "Jane Doe", "A harbour"));
        assertThat(samePixels(source, target)).isTrue();
    }

    @Test
    void credits_that_only_xmp_has_stay() throws Exception {
        var xmp = ImageMetadataTest.xmp("""
                <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Agency</rdf:li></rdf:Alt></dc:rights>
                <dc:creator><rdf:Seq><rdf:li>Jane Doe</rdf:li></rdf:Seq></dc:creator>
                <photoshop:Credit>Agency</photoshop:Credit><photoshop:City>SecretCity</photoshop:City>""");
        var source = TestImages.withChunks(
                TestImages.png(folder, TestImages.quarters(64, 48)),
                TestImages.pngChunk(
                        "iTXt",
                        TestImages.join(
                                TestImages.latin("XML:com.adobe.xmp\0\0\0\0\0"), xmp.getBytes(StandardCharsets.UTF_8))),
                TestImages.pngChunk("tEXt", TestImages.latin("Comment\0SecretComment")),
                TestImages.pngChunk("tIME", TestImages.latin("1234567")));
        var target = folder.resolve("target.png");

        StrippedImage.write(source, target);

        assertThat(TestImages.content(target)).doesNotContain("Secret", "tIME", "iTXt");
        assertThat(Credits.of(InspectedImage.read(target).metadata()))
                .isEqualTo(new Credits("© Agency", "Jane Doe / Agency", ""));
        assertThat(samePixels(source, target)).isTrue();
    }

    @Test
    void a_comment_of_the_camera_goes() throws Exception {
        var source = TestImages.withSegments(
                TestImages.jpeg(folder, TestImages.quarters(64, 48)),
                TestImages.exifSegment(new TestExif()
                        .text(0x010e, "A harbour")
                        .exposureText(0x9286, "ASCII\0\0\0SecretComment")
                        .bytes()));
        var target = folder.resolve("target.jpg");

        StrippedImage.write(source, target);

        assertThat(TestImages.content(target)).doesNotContain("Secret");
        assertThat(Credits.of(InspectedImage.read(target).metadata())).isEqualTo(new Credits("", "", "A harbour"));
    }

    @Test
    void a_transparent_webp_stays_transparent() throws Exception {
        var image = TestImages.quarters(64, 48, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(1, 1, 0);
        var webp = Files.readAllBytes(TestImages.webp(folder, image));
        var source = TestImages.file(
                folder,
                TestImages.riff(TestImages.slice(webp, 12, webp.length), TestImages.riffChunk("XMP ", new byte[3])));
        var target = folder.resolve("target.webp");

        StrippedImage.write(source, target);

        assertThat(TestImages.content(target)).doesNotContain("XMP ");
        assertThat(TestImages.read(target).getRGB(1, 1) >>> 24).isZero();
    }

    @Test
    void of_a_gif_the_animation_stays_and_comments_go() throws Exception {
        var start = "!\u00ff\13NETSCAPE2.0\3\1\0\0";
        var loop = TestImages.latin(start + "\0");
        var source = TestImages.file(
                folder,
                TestImages.gif(
                        3,
                        2,
                        5,
                        TestImages.latin(start + "\6Secret\0"),
                        TestImages.latin("!\u00ff\13NETSCAPE2.0\6Secret\0"),
                        TestImages.latin("!\u00f9\6Secret\0"),
                        TestImages.latin("!\u00fe\15SecretComment\0"),
                        TestImages.latin("!\u00ff\13XMP DataXMP\11SecretXmp\0"),
                        TestImages.latin("!\1\6Secret\0")));
        var target = folder.resolve("target.gif");

        var stripped = StrippedImage.write(source, target);

        assertThat(stripped.header()).isEqualTo(new ImageHeader(ImageType.GIF, 3, 2, 5, 1));
        assertThat(Files.readAllBytes(target)).isEqualTo(TestImages.gif(3, 2, 5, loop));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "\0Secret;", ";Secret", "Secret"})
    void a_gif_may_lack_its_end(String end) throws Exception {
        var whole = TestImages.gif(3, 2, 2);
        var source = TestImages.file(
                folder, TestImages.join(TestImages.slice(whole, 0, whole.length - 1), TestImages.latin(end)));
        var target = folder.resolve("target.gif");

        StrippedImage.write(source, target);

        assertThat(ImageHeader.read(source).frames()).isEqualTo(2);
        assertThat(Files.readAllBytes(target)).isEqualTo(whole);
        assertThat(TestImages.read(source).getWidth()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {13 + 6, 13 + 6 + 8 + 9})
    void a_gif_that_ends_before_its_first_picture_is_refused(int length) throws Exception {
        for (var end : new byte[][] {{}, {0}}) {
            var start = TestImages.slice(TestImages.gif(3, 2, 1), 0, length);

            assertThatThrownBy(() -> ImageHeader.read(TestImages.file(folder, TestImages.join(start, end))))
                    .isInstanceOf(ImageRefusedException.class);
        }
    }

    @Test
    void comments_of_a_gif_are_not_decoded() throws Exception {
        var comment = new byte[20_000 * 256];
        for (int at = 0; at < comment.length; at += 256) {
            comment[at] = (byte) 255;
        }
        var source =
                TestImages.file(folder, TestImages.gif(3, 2, 1, TestImages.latin("!\u00fe"), comment, new byte[1]));
        long before = Allocation.bytes();

        TestImages.read(source);

        assertThat(Allocation.bytes() - before).isLessThan(10 << 20);
    }

    @Test
    void a_gif_is_decoded_with_its_transparency() throws Exception {
        var image = TestImages.quarters(64, 48, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(1, 1, 0);
        var decoded = TestImages.read(TestImages.gif(folder, image));

        assertThat(decoded.getRGB(1, 1) >>> 24).isZero();
        assertThat(TestImages.corners(decoded)).isEqualTo("red green blue white");
    }

    @Test
    void of_a_webp_what_hides_in_frames_and_headers_goes() throws Exception {
        var still = Files.readAllBytes(TestImages.webp(folder, TestImages.quarters(40, 30)));
        var secret = TestImages.riffChunk("JUNK", TestImages.latin("Secret!"));
        var pixels = TestImages.slice(still, 12, still.length);
        var canvas = new byte[] {0, 0, 0, 0, 39, 0, 0, 29, 0, 0};
        var longer = TestImages.riffChunk("VP8X", TestImages.join(canvas, TestImages.latin("Secret")));
        var animated = TestImages.file(
                folder,
                TestImages.extendedWebp(
                        new byte[12],
                        40,
                        30,
                        2,
                        TestImages.riffChunk("ANIM", TestImages.latin("\0\0\0\0\0\0Secret")),
                        TestImages.webpFrame(TestImages.join(still, secret, secret), 0, 40, 30)));
        var plain = TestImages.file(
                folder,
                TestImages.riff(longer, pixels, TestImages.riffChunk("VP8L", TestImages.latin("SecretPixels"))));

        StrippedImage.write(animated, folder.resolve("animated.webp"));
        StrippedImage.write(plain, folder.resolve("plain.webp"));

        assertThat(Files.readAllBytes(folder.resolve("animated.webp")))
                .isEqualTo(TestImages.extendedWebp(
                        new byte[12],
                        40,
                        30,
                        2,
                        TestImages.riffChunk("ANIM", new byte[6]),
                        TestImages.webpFrame(still, 0, 40, 30)));
        assertThat(Files.readAllBytes(folder.resolve("plain.webp")))
                .isEqualTo(TestImages.riff(TestImages.riffChunk("VP8X", canvas), pixels));
    }

    @Test
    void an_animation_is_not_turned() throws Exception {
        var still = Files.readAllBytes(TestImages.webp(folder, TestImages.quarters(40, 30)));
        var source = TestImages.file(
                folder,
                TestImages.extendedWebp(
                        new byte[12],
                        40,
                        30,
                        2,
                        TestImages.webpFrame(still, 0, 40, 30),
                        TestImages.webpFrame(still, 0, 40, 30),
                        TestImages.riffChunk(
                                "EXIF", new TestExif().orientation(6).latitude().bytes())));
        var target = folder.resolve("target.webp");

        var stripped = StrippedImage.write(source, target);

        assertThat(stripped).isEqualTo(new StrippedImage(new ImageHeader(ImageType.WEBP, 40, 30, 2, 1), false));
        assertThat(ImageHeader.read(target)).isEqualTo(stripped.header());
    }

    @Test
    void a_file_that_is_there_already_stays() throws Exception {
        var target = Files.writeString(folder.resolve("target.jpg"), "other");

        assertThatThrownBy(() -> StrippedImage.write(sample(ImageType.JPEG), target))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(target).hasContent("other");
    }

    @Test
    void a_colour_profile_stays() throws Exception {
        var profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        var segment = TestImages.segment(0xe2, TestImages.join(TestImages.latin("ICC_PROFILE\0\1\1"), profile));
        var plain = folder.resolve("plain.jpg");
        var turned = folder.resolve("turned.jpg");

        StrippedImage.write(
                TestImages.withSegments(TestImages.jpeg(folder, TestImages.quarters(64, 48)), segment), plain);
        StrippedImage.write(
                TestImages.withSegments(
                        TestImages.jpeg(folder, TestImages.plain(64, 48, new Color(200, 100, 50), 1)),
                        segment,
                        TestImages.exifSegment(new TestExif().orientation(8).bytes())),
                turned);

        assertThat(InspectedImage.read(plain).blocks().profile()).isEqualTo(profile);
        assertThat(InspectedImage.read(turned).blocks().profile()).isEqualTo(profile);
        // The numbers are those of before: had they been converted, the picture would look lighter.
        var bytes = ((DataBufferByte) TestImages.read(turned).getRaster().getDataBuffer()).getData();
        assertThat(bytes[0] & 0xff).isCloseTo(50, within(4));
        assertThat(bytes[1] & 0xff).isCloseTo(100, within(4));
        assertThat(bytes[2] & 0xff).isCloseTo(200, within(4));
    }

    @Test
    void bytes_between_the_segments_of_a_jpeg_are_skipped() throws Exception {
        var plain = TestImages.jpeg(folder, TestImages.quarters(64, 48));
        var clean = folder.resolve("clean.jpg");
        StrippedImage.write(plain, clean);
        var source = TestImages.withSegments(
                plain,
                TestImages.join(
                        TestImages.segment(0xfe, TestImages.latin("Secret")),
                        TestImages.latin("Secret\u00ff\0Secret\u00ff\u00ff")));
        var target = folder.resolve("target.jpg");

        StrippedImage.write(source, target);

        assertThat(Files.readAllBytes(target)).isEqualTo(Files.readAllBytes(clean));
        assertThat(samePixels(source, target)).isTrue();
    }

    @Test
    void a_grey_jpeg_that_is_turned_keeps_its_profile() throws Exception {
        var profile = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
        var source = TestImages.withSegments(
                TestImages.jpeg(folder, TestImages.plain(64, 48, Color.GRAY, BufferedImage.TYPE_BYTE_GRAY)),
                TestImages.segment(0xe2, TestImages.join(TestImages.latin("ICC_PROFILE\0\1\1"), profile)),
                TestImages.exifSegment(new TestExif().orientation(6).bytes()));
        var target = folder.resolve("target.jpg");

        StrippedImage.write(source, target);

        assertThat(ImageHeader.read(target)).isEqualTo(new ImageHeader(ImageType.JPEG, 48, 64, 1, 1));
        assertThat(InspectedImage.read(target).blocks().profile()).isEqualTo(profile);
    }

    @Test
    void a_lossless_webp_that_is_turned_stays_lossless() throws Exception {
        var photograph = TestImages.photograph(64, 48, 20);
        var webp = Files.readAllBytes(TestImages.webp(folder, photograph));
        var exif = TestImages.riffChunk("EXIF", new TestExif().orientation(3).bytes());
        var target = folder.resolve("target.webp");

        StrippedImage.write(TestImages.file(folder, TestImages.extendedWebp(webp, 64, 48, 8, exif)), target);

        var turned = TestImages.read(target);
        for (int x = 0; x < 64; x++) {
            assertThat(turned.getRGB(63 - x, 40)).isEqualTo(photograph.getRGB(x, 7));
        }
        var lossy = folder.resolve("lossy.webp");
        ImageEncoder.writeWebp(photograph, 0.9f, lossy);
        var canvas = TestImages.extendedWebp(Files.readAllBytes(lossy), 64, 48, 8, exif);
        StrippedImage.write(TestImages.file(folder, canvas), folder.resolve("turned.webp"));
        assertThat(TestImages.content(folder.resolve("turned.webp")))
                .contains("VP8 ")
                .doesNotContain("VP8L");
    }

    @Test
    void a_cmyk_jpeg_keeps_its_colours_but_is_not_turned() throws Exception {
        var profile = TestImages.segment(0xe2, TestImages.latin("ICC_PROFILE\0\1\1ProfileOfAPrinter"));
        var adobe = TestImages.segment(0xee, TestImages.latin("Adobe\0d\0\0\0\0\2"));
        var frame = TestImages.segment(
                0xc0, new byte[] {8, 0, 30, 0, 40, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0});
        var scan = TestImages.segment(0xda, new byte[] {1, 1, 0, 0, 63, 0});
        var clean = TestImages.join(
                TestImages.latin("\u00ff\u00d8"), profile, adobe, frame, scan, TestImages.latin("x\u00ff\u00d9"));
        var source = TestImages.withSegments(
                TestImages.file(folder, clean),
                TestImages.exifSegment(new TestExif().latitude().bytes()));
        var target = folder.resolve("target.jpg");

        StrippedImage.write(source, target);

        assertThat(Files.readAllBytes(target)).isEqualTo(clean);
        assertThat(ImageHeader.read(target).isDecodable()).isFalse();
        assertThatThrownBy(() -> ImageEditor.write(target, List.of(), folder.resolve("edited")))
                .hasMessage("CMYK JPEGs are kept as they are; they cannot be scaled or edited.");
        var lying = TestImages.withSegments(
                source, TestImages.exifSegment(new TestExif().orientation(6).bytes()));
        assertThatThrownBy(() -> StrippedImage.write(lying, folder.resolve("turned")))
                .hasMessage("A CMYK JPEG cannot be turned upright here; save it with RGB colours.")
                .extracting(refused -> ((ImageRefusedException) refused).reason())
                .isEqualTo(Reason.UNSUPPORTED_FORM);
        assertThat(folder.resolve("turned")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(names = "AVIF", mode = EnumSource.Mode.EXCLUDE)
    void a_file_that_ends_early_is_refused_and_leaves_nothing(ImageType type) throws Exception {
        var bytes = Files.readAllBytes(sample(type));
        for (int length : new int[] {bytes.length - 2, bytes.length * 3 / 4, bytes.length / 2}) {
            var part = Files.write(folder.resolve("part"), Arrays.copyOf(bytes, length));
            var target = folder.resolve("target");

            assertThatThrownBy(() -> StrippedImage.write(part, target))
                    .isInstanceOf(ImageRefusedException.class)
                    .extracting(refused -> ((ImageRefusedException) refused).reason())
                    .isEqualTo(Reason.DAMAGED);
            assertThat(target).doesNotExist();
        }
    }

    /** For its mask the library throws what the JVM throws when memory runs out. */
    @Test
    void a_webp_with_a_damaged_mask_is_refused() throws Exception {
        var damaged = TestImages.extendedWebp(
                TestImages.riff(
                        TestImages.riffChunk("ALPH", HexFormat.of().parseHex("00071011118888fe07")),
                        TestImages.riffChunk(
                                "VP8 ",
                                HexFormat.of()
                                        .parseHex("f002009d012a28001e003e6d369748a4232221256800800d"
                                                + "8969000029436df000fefb9cc0000000"))),
                40,
                30,
                0x10,
                TestImages.riffChunk("EXIF", new TestExif().orientation(6).bytes()));
        var target = folder.resolve("target");

        assertThatThrownBy(() -> StrippedImage.write(TestImages.file(folder, damaged), target))
                .isInstanceOf(ImageRefusedException.class)
                .hasMessage("The WEBP cannot be decoded; it may be damaged.")
                .extracting(refused -> ((ImageRefusedException) refused).reason())
                .isEqualTo(Reason.DAMAGED);
        assertThat(target).doesNotExist();
    }

    @Test
    void text_that_swells_is_never_inflated() throws Exception {
        var bomb = new byte[200 << 20];
        var text = TestImages.join(TestImages.latin("Comment\0\0"), TestImages.deflated(bomb));
        var source = TestImages.withChunks(
                TestImages.png(folder, TestImages.quarters(64, 48, BufferedImage.TYPE_BYTE_INDEXED)),
                TestImages.pngChunk("zTXt", text));
        long before = Allocation.bytes();

        StrippedImage.write(source, folder.resolve("target.png"));
        TestImages.read(source);

        assertThat(Allocation.bytes() - before).isLessThan(50 << 20);
    }

    @Test
    void what_would_take_too_much_memory_to_be_turned_is_refused() throws Exception {
        var large = TestImages.png(
                TestImages.pngHeader(5_000, 2_000, 16, 6),
                TestImages.pngChunk("eXIf", new TestExif().orientation(6).bytes()),
                TestImages.pngChunk("IDAT", TestImages.deflated(new byte[10_000_000])),
                TestImages.pngChunk("IEND", new byte[0]));
        long before = Allocation.bytes();

        assertThatThrownBy(() -> StrippedImage.write(TestImages.file(folder, large), folder.resolve("target")))
                .hasMessage("The image is too large to be processed in full size:"
                        + " of this kind of PNG at most 9 megapixels are allowed.")
                .extracting(refused -> ((ImageRefusedException) refused).reason())
                .isEqualTo(Reason.TOO_MANY_PIXELS);
        assertThat(Allocation.bytes() - before).isLessThan(20 << 20);
    }

    private static String upright(int orientation) {
        return switch (orientation) {
            case 2 -> "green red white blue";
            case 3 -> "white blue green red";
            case 4 -> "blue white red green";
            case 5 -> "red blue green white";
            case 6 -> "blue red white green";
            case 7 -> "white green blue red";
            case 8 -> "green white red blue";
            default -> "red green blue white";
        };
    }

    private Path sample(ImageType type) throws IOException {
        var image = TestImages.photograph(64, 48, 20);
        return switch (type) {
            case JPEG -> TestImages.jpeg(folder, image);
            case PNG -> TestImages.png(folder, image);
            case GIF -> TestImages.gif(folder, image);
            default -> TestImages.webp(folder, image);
        };
    }

    private Path withExif(ImageType type, byte[] exif) throws IOException {
        var image = TestImages.quarters(64, 48);
        if (type == ImageType.PNG) {
            return TestImages.withChunks(TestImages.png(folder, image), TestImages.pngChunk("eXIf", exif));
        }
        var webp = Files.readAllBytes(TestImages.webp(folder, image));
        return TestImages.file(folder, TestImages.extendedWebp(webp, 64, 48, 8, TestImages.riffChunk("EXIF", exif)));
    }

    private static List<String> directories(Path file) throws Exception {
        var metadata = ImageMetadataReader.readMetadata(file.toFile());
        var names = new ArrayList<String>();
        metadata.getDirectories().forEach(directory -> names.add(directory.getName()));
        return names;
    }

    private static boolean samePixels(Path one, Path other) throws Exception {
        var first = TestImages.read(one);
        var second = TestImages.read(other);
        var size = new int[] {first.getWidth(), first.getHeight()};
        return Arrays.equals(
                first.getRGB(0, 0, size[0], size[1], null, 0, size[0]),
                second.getRGB(0, 0, size[0], size[1], null, 0, size[0]));
    }
}
