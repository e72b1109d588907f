package io.masthead.media.image;

import static io.masthead.media.image.TestAvif.EXIF;
import static io.masthead.media.image.TestAvif.PIXELS;
import static io.masthead.media.image.TestAvif.XMP;
import static io.masthead.media.image.TestAvif.item;
import static io.masthead.media.image.TestImages.box;
import static io.masthead.media.image.TestImages.join;
import static io.masthead.media.image.TestImages.latin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.masthead.media.image.ImageRefusedException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No decoder of AVIF is at hand, so that bytes are compared. */
class StrippedAvifTest {

    private static final String EMPTY_EXIF = "\0\0\0\0MM\0*\0\0\0\10\0\0\0\0\0\0";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void metadata_is_overwritten_and_pixels_stay_where_they_are(int version) throws Exception {
        var source = avif(version, 0, new int[] {1, 2, 3});
        var target = folder.resolve("target.avif");

        var stripped = StrippedImage.write(source, target);

        assertThat(stripped).isEqualTo(new StrippedImage(new ImageHeader(ImageType.AVIF, 400, 300, 1, 1), false));
        assertThat(TestImages.content(source)).contains("Secret");
        assertThat(TestImages.content(target))
                .isEqualTo(TestImages.content(source)
                        .replace(EXIF, EMPTY_EXIF + "\0".repeat(EXIF.length() - EMPTY_EXIF.length()))
                        .replace(XMP, "\0".repeat(XMP.length()))
                        .replace("SecretBox", "\0".repeat(9)));
    }

    @Test
    void metadata_that_lies_in_a_box_of_its_own_is_overwritten_too() throws Exception {
        var target = folder.resolve("target.avif");

        StrippedImage.write(avif(1, 1, new int[] {1, 2, 3}), target);

        assertThat(TestImages.content(target)).contains(PIXELS).doesNotContain("Secret");
    }

    @Test
    void metadata_that_cannot_be_found_is_refused() throws IOException {
        for (var file : new Path[] {avif(1, 0, new int[] {1, 2}), avif(1, 2, new int[] {1, 2, 3})}) {
            assertThatThrownBy(() -> ImageHeader.read(file))
                    .hasMessage("The AVIF has metadata in a form that cannot be taken out; save it without metadata.")
                    .extracting(refused -> ((ImageRefusedException) refused).reason())
                    .isEqualTo(Reason.UNSUPPORTED_FORM);
        }
    }

    @Test
    void lists_of_items_without_end_are_refused() throws IOException {
        // A million items that are placed nowhere, and as many that have no bytes in the file.
        var places = new byte[] {1, 0, 0, 0, 0x44, 0, -1, -1};
        var types = new byte[][] {new byte[6], item(1, "av01")};
        var bombs = new byte[][] {
            join(box("iinf", types), box("iloc", places, new byte[10_001 * 8])),
            join(box("iinf", types), box("iloc", new byte[] {1, 0, 0, 0, 0, 0, 0, 1}, new byte[6], new byte[] {-1, -1
            })),
            join(box("iinf", types), box("iloc", new byte[] {2, 0, 0, 0, 0x44, 0, 0, -1, -1, -1}), new byte[20_000]),
            box("iinf", new byte[6], manyItems(10_001))
        };
        for (var bomb : bombs) {
            var file = TestImages.file(
                    folder, join(box("ftyp", latin("avif\0\0\0\0mif1")), box("meta", new byte[4], bomb)));

            assertThatThrownBy(() -> ImageHeader.read(file))
                    .hasMessage("The AVIF has metadata in a form that cannot be taken out; save it without metadata.");
        }
    }

    @Test
    void boxes_that_no_picture_needs_are_emptied_and_what_is_no_box_goes() throws Exception {
        var whole = TestImages.content(avif(1, 0, new int[] {1, 2, 3}));
        var tails = new String[] {"", "\0\0\1\0SECRSecret", "\0\0\0\1SECRSecr", "Secret"};
        for (var tail : tails) {
            var source = TestImages.file(folder, join(latin(whole), box("sefd", latin("SecretTrailer")), latin(tail)));
            var target = Files.createTempDirectory(folder, "out").resolve("target.avif");

            StrippedImage.write(source, target);

            assertThat(TestImages.content(target))
                    .doesNotContain("Secret", "Secr")
                    .contains(PIXELS)
                    .endsWith("sefd" + "\0".repeat(13));
            assertThat(ImageHeader.read(target).width()).isEqualTo(400);
        }
    }

    @Test
    void a_picture_that_ends_early_is_refused() throws Exception {
        var whole = Files.readAllBytes(avif(1, 0, new int[] {1, 2, 3}));
        int pixels = TestImages.content(TestImages.file(folder, whole)).indexOf(PIXELS);
        var cut = TestImages.slice(whole, 0, pixels + 3);

        assertThatThrownBy(() -> ImageHeader.read(TestImages.file(folder, cut)))
                .hasMessage("The image ends before it is complete; upload the whole file.");
    }

    /** Else zeros would be written over the picture. */
    @Test
    void metadata_that_shares_bytes_with_the_picture_is_refused() throws Exception {
        var whole = Files.readAllBytes(avif(1, 0, new int[] {1, 2, 3}));
        var content = ByteBuffer.wrap(whole);
        int pixels = TestImages.content(TestImages.file(folder, whole)).indexOf(PIXELS);
        int exifPlace = TestImages.content(TestImages.file(folder, whole)).indexOf("iloc") + 12 + 16 + 8;
        assertThat(content.getInt(exifPlace)).isEqualTo(pixels + PIXELS.length());
        for (int start : new int[] {pixels + PIXELS.length() - 1, pixels - 1, pixels + 1}) {
            content.putInt(exifPlace, start);

            assertRefused(TestImages.file(folder, whole));
        }
        content.putInt(exifPlace, 0x7fffffff);

        assertThatThrownBy(() -> ImageHeader.read(TestImages.file(folder, whole)))
                .hasMessage("The image ends before it is complete; upload the whole file.");
    }

    @Test
    void a_place_behind_all_numbers_is_refused() throws IOException {
        var places = ByteBuffer.allocate(16 + 8 + 16).put(new byte[] {1, 0, 0, 0, (byte) 0x88, 0, 0, 1});
        places.putShort((short) 2).putShort((short) 0).putShort((short) 0).putShort((short) 1);
        places.putLong(Long.MAX_VALUE).putLong(10);
        var types = box("iinf", new byte[] {0, 0, 0, 0, 0, 1}, item(2, "Exif"));
        var meta = box("meta", new byte[4], types, box("iloc", places.array()));

        assertRefused(TestImages.file(folder, join(box("ftyp", latin("avif\0\0\0\0mif1")), meta)));
    }

    @Test
    void items_of_one_list_are_not_those_of_another() throws Exception {
        // Item 2 of the file is EXIF, item 2 of the film a picture.
        var source = Files.readAllBytes(avif(1, 0, new int[] {1, 2, 3}));
        var film = box("moov", box("meta", new byte[4], box("iinf", new byte[6], item(2, "av01"))));
        var both = TestImages.file(folder, join(source, film));
        var target = folder.resolve("target.avif");

        StrippedImage.write(both, target);

        assertThat(TestImages.content(target)).doesNotContain("Secret");
        var alone = box("moov", box("meta", new byte[4], box("iinf", new byte[6], item(2, "Exif"))));
        assertRefused(TestImages.file(folder, join(source, alone)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sato", "jpeg", "hvc1", "unci", "mski"})
    void other_pictures_stay(String type) throws Exception {
        var file = TestImages.content(avif(1, 0, new int[] {1, 2, 3})).replace("av01", type);
        var target = folder.resolve("target.avif");

        StrippedImage.write(TestImages.file(folder, latin(file)), target);

        assertThat(TestImages.content(target)).contains(PIXELS);
    }

    private static void assertRefused(Path file) {
        assertThatThrownBy(() -> ImageHeader.read(file))
                .hasMessage("The AVIF has metadata in a form that cannot be taken out; save it without metadata.");
    }

    private static byte[] manyItems(int count) {
        var all = new byte[count][];
        Arrays.fill(all, item(1, "av01"));
        return join(all);
    }

    private Path avif(int version, int method, int[] placed) throws IOException {
        return TestImages.file(folder, TestAvif.of(version, method, placed, 400, 300));
    }
}
