package io.masthead.media.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageMetadataTest {

    private static final int DESCRIPTION = 0x010e;
    private static final int MODEL = 0x0110;
    private static final int ARTIST = 0x013b;
    private static final int COPYRIGHT = 0x8298;
    private static final int EXPOSURE_TIME = 0x829a;
    private static final int F_NUMBER = 0x829d;
    private static final int FOCAL_LENGTH = 0x920a;
    private static final int DIGITIZED = 0x9004;

    @TempDir
    Path folder;

    @Test
    void of_an_image_without_metadata_all_is_there() throws Exception {
        var meta = ImageMetadata.read(jpeg());

        assertThat(meta.keySet())
                .containsExactly(
                        "aperture",
                        "credit",
                        "camera",
                        "caption",
                        "created_timestamp",
                        "copyright",
                        "focal_length",
                        "iso",
                        "shutter_speed",
                        "title",
                        "orientation",
                        "keywords",
                        "alt");
        assertThat(meta)
                .contains(
                        entry("aperture", "0"),
                        entry("credit", ""),
                        entry("created_timestamp", "0"),
                        entry("orientation", "0"),
                        entry("keywords", List.of()));
    }

    @Test
    void exif_of_a_camera() throws Exception {
        var exif = new TestExif()
                .orientation(6)
                .text(MODEL, "Canon EOS R5 ")
                .text(ARTIST, "Zoë Photographer")
                .text(COPYRIGHT, "© Zoë")
                .text(DESCRIPTION, "A harbour at dawn")
                .exposureText(DIGITIZED, "2024:05:06 07:08:09")
                .fraction(F_NUMBER, 28, 10)
                .fraction(FOCAL_LENGTH, 500, 10)
                .fraction(EXPOSURE_TIME, 1, 180)
                .iso(400)
                .bytes();

        assertThat(read(TestImages.exifSegment(exif)))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        entry("aperture", "2.8"),
                        entry("credit", "Zoë Photographer"),
                        entry("camera", "Canon EOS R5"),
                        entry("caption", "A harbour at dawn"),
                        entry("created_timestamp", "1714979289"),
                        entry("copyright", "© Zoë"),
                        entry("focal_length", "50"),
                        entry("iso", "400"),
                        entry("shutter_speed", "0.0055555555555556"),
                        entry("title", "A harbour at dawn"),
                        entry("orientation", "6"),
                        entry("keywords", List.of()),
                        entry("alt", "")));
    }

    @Test
    void iptc_comes_before_exif() throws Exception {
        var exif = new TestExif()
                .text(ARTIST, "of EXIF")
                .text(COPYRIGHT, "of EXIF")
                .text(DESCRIPTION, "of EXIF")
                .bytes();
        var iptc = TestImages.iptcSegment(
                105,
                "Headline",
                120,
                "Caption",
                110,
                "Agency",
                80,
                "Jane Doe",
                116,
                "© Agency",
                25,
                "one",
                25,
                "two",
                55,
                "20240506",
                60,
                "070809+0200");

        assertThat(read(TestImages.exifSegment(exif), iptc))
                .contains(
                        entry("title", "Headline"),
                        entry("caption", "Caption"),
                        entry("credit", "Agency"),
                        entry("copyright", "© Agency"),
                        entry("keywords", List.of("one", "two")),
                        entry("created_timestamp", "1714972089"));
    }

    @Test
    void a_long_caption_is_no_title() throws Exception {
        assertThat(read(TestImages.iptcSegment(120, "x".repeat(80))))
                .contains(entry("title", ""), entry("caption", "x".repeat(80)));
        assertThat(read(TestImages.iptcSegment(120, "x".repeat(79)))).contains(entry("title", "x".repeat(79)));
    }

    @Test
    void alternative_text_is_in_xmp() throws Exception {
        var xmp = xmp("""
                <Iptc4xmpCore:AltTextAccessibility><rdf:Alt>
                  <rdf:li xml:lang="x-default">A red boat</rdf:li>
                </rdf:Alt></Iptc4xmpCore:AltTextAccessibility>""");

        assertThat(read(TestImages.xmpSegment(xmp))).contains(entry("alt", "A red boat"));
    }

    @Test
    void a_packet_with_a_document_type_is_not_read() throws Exception {
        var xmp = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>"
                + xmp("<Iptc4xmpCore:AltTextAccessibility>&a;</Iptc4xmpCore:AltTextAccessibility>");

        assertThat(read(TestImages.xmpSegment(xmp))).contains(entry("alt", ""));
    }

    @Test
    void elements_within_elements_are_read_or_left_out() throws Exception {
        var nested = xmp("<dc:x rdf:parseType='Resource'>".repeat(1_000) + "</dc:x>".repeat(1_000));
        var exif = new TestExif().text(0x02bc, nested).bytes();

        assertThat(read(TestImages.xmpSegment(nested))).contains(entry("alt", ""));
        assertThat(read(TestImages.exifSegment(exif))).contains(entry("alt", ""));
        assertThat(XmpFields.read("<a>".repeat(60_000).getBytes(UTF_8))).isEmpty();
    }

    @Test
    void texts_have_no_control_characters_and_a_bound() throws Exception {
        var exif = new TestExif()
                .text(COPYRIGHT, "a\u0001b\u001bc")
                .text(DESCRIPTION, "x".repeat(5_000))
                .bytes();

        assertThat(read(TestImages.exifSegment(exif)))
                .contains(entry("copyright", "abc"), entry("caption", ""), entry("title", ""));
    }

    @Test
    void what_is_not_utf_8_is_latin_1() throws Exception {
        var exif = new TestExif().text(COPYRIGHT, "Zo#").bytes();
        for (int i = 0; i < exif.length; i++) {
            exif[i] = exif[i] == '#' ? (byte) 0xeb : exif[i];
        }

        assertThat(read(TestImages.exifSegment(exif))).contains(entry("copyright", "Zoë"));
    }

    @ParameterizedTest
    @CsvSource({
        "1,250,0.004",
        "1,3,0.33333333333333",
        "2,1,2",
        "30,1,30",
        "1,16000,6.25E-5",
        "1,0,0",
        "1,10000,0.0001",
        "1,100000,1.0E-5"
    })
    void fractions_are_written_as_php_does(int numerator, int denominator, String expected) throws Exception {
        var exif =
                new TestExif().fraction(EXPOSURE_TIME, numerator, denominator).bytes();

        assertThat(read(TestImages.exifSegment(exif))).contains(entry("shutter_speed", expected));
    }

    @Test
    void damaged_dates_and_blocks_are_none() throws Exception {
        var exif = new TestExif().exposureText(DIGITIZED, "0000:00:00 00:00:00").bytes();

        assertThat(read(
                        TestImages.exifSegment(exif),
                        TestImages.xmpSegment("<x"),
                        TestImages.segment(0xed, TestImages.latin("Photoshop 3.0\0" + "8BIM\4\4\0\0\177\0\0\0x"))))
                .contains(entry("created_timestamp", "0"), entry("title", ""));
    }

    /** Readers of other people's bytes must not go on for ever, nor take all memory. */
    @Test
    void metadata_with_a_wrong_byte_is_read_or_left_out() throws Exception {
        var exif = new TestExif()
                .orientation(6)
                .text(COPYRIGHT, "© Zoë")
                .exposureText(DIGITIZED, "2024:05:06 07:08:09")
                .fraction(F_NUMBER, 28, 10)
                .iso(400)
                .latitude()
                .bytes();
        var iptc = TestImages.iptcSegment(105, "Headline", 25, "one", 55, "20240506", 60, "070809+0200");
        var xmp = xmp("<photoshop:Credit>Agency</photoshop:Credit>").getBytes(UTF_8);
        var resources = TestImages.slice(iptc, 4 + "Photoshop 3.0\0".length(), iptc.length);
        for (int wrong : new int[] {0, 1, 0x7f, 0xff}) {
            for (int at = 0; at < Math.max(exif.length, xmp.length); at++) {
                var blocks = new MetadataBlocks(
                        with(exif, at, wrong), with(resources, at, wrong), with(xmp, at, wrong), null);
                var parsed = ParsedMetadata.of(blocks);

                assertThat(ImageMetadata.of(parsed)).hasSize(13);
                assertThat(Credits.of(parsed).toExif().length).isLessThan(65_000);
            }
        }
    }

    /** Entries that all name the same data, and directories that name each other. */
    @Test
    void exif_that_names_more_than_it_has_takes_little_memory() {
        int entries = 5_000;
        for (int[] kind :
                new int[][] {{0x8769, 4, 4}, {0x8825, 4, 4}, {0x010f, 3, 2}, {0x8769, 13, 4}, {0x9c9b, 1, 1}}) {
            var exif = ByteBuffer.allocate(64 * 1024);
            exif.put(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8}).putShort((short) entries);
            for (int i = 0; i < entries; i++) {
                exif.putShort((short) (kind[0] + (kind[0] == 0x010f ? i * 7 : 0)));
                exif.putShort((short) kind[1]).putInt(60_000 / kind[2]).putInt(i % 2 == 0 ? 8 : 10 + 12 * i);
            }
            long before = Allocation.bytes();

            ParsedMetadata.of(MetadataBlocks.NONE.withExif(exif.array()));

            assertThat(Allocation.bytes() - before).isLessThan(20 << 20);
        }
    }

    @Test
    void keywords_without_end_take_little_memory() throws Exception {
        var keywords = new Object[20_000];
        for (int i = 0; i < keywords.length; i += 2) {
            keywords[i] = 25;
            keywords[i + 1] = i < 10 ? "word" + i : "x";
        }
        var iptc = TestImages.iptcSegment(keywords);
        var jpeg = TestImages.withSegments(jpeg(), iptc);
        long before = Allocation.bytes();

        var meta = ImageMetadata.read(jpeg);

        assertThat(Allocation.bytes() - before).isLessThan(10 << 20);
        assertThat(meta.get("keywords"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .hasSize(500)
                .startsWith("word0", "word2");
    }

    private static byte[] with(byte[] bytes, int at, int wrong) {
        var changed = bytes.clone();
        changed[at % bytes.length] = (byte) wrong;
        return changed;
    }

    static String xmp(String properties) {
        return """
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
                  xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
                  xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">%s</rdf:Description>
                </rdf:RDF></x:xmpmeta>""".formatted(properties);
    }

    private Map<String, Object> read(byte[]... segments) throws Exception {
        return ImageMetadata.read(TestImages.withSegments(jpeg(), segments));
    }

    private Path jpeg() throws IOException {
        return TestImages.jpeg(folder, TestImages.quarters(16, 16));
    }
}
