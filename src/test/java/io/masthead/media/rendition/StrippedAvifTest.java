package io.masthead.media.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.masthead.media.rendition.ImageRefusedException.Reason;
import java.io.IOException;
import java.nio.file.Path;
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
                        .replace(TestAvif.EXIF, EMPTY_EXIF + "\0".repeat(TestAvif.EXIF.length() - EMPTY_EXIF.length()))
                        .replace(TestAvif.XMP, "\0".repeat(TestAvif.XMP.length()))
                        .replace("SecretBox", "\0".repeat(9)));
    }

    @Test
    void metadata_that_lies_in_a_box_of_its_own_is_overwritten_too() throws Exception {
        var target = folder.resolve("target.avif");

        StrippedImage.write(avif(1, 1, new int[] {1, 2, 3}), target);

        assertThat(TestImages.content(target)).contains(TestAvif.PIXELS).doesNotContain("Secret");
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

    private Path avif(int version, int method, int[] placed) throws IOException {
        return TestImages.file(folder, TestAvif.of(version, method, placed, 400, 300));
    }
}
