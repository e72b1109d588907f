package io.masthead.media.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.masthead.media.image.ImageEdit.Crop;
import io.masthead.media.image.ImageEdit.Flip;
import io.masthead.media.image.ImageEdit.Rotate;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ImageEditorTest {

    @TempDir
    Path folder;

    static Stream<Arguments> edits() {
        return Stream.of(
                Arguments.of(List.of(), 80, 40, "red green blue white"),
                Arguments.of(List.of(new Rotate(90)), 40, 80, "blue red white green"),
                Arguments.of(List.of(new Rotate(180)), 80, 40, "white blue green red"),
                Arguments.of(List.of(new Rotate(270)), 40, 80, "green white red blue"),
                Arguments.of(List.of(new Rotate(-90)), 40, 80, "green white red blue"),
                Arguments.of(List.of(new Rotate(720)), 80, 40, "red green blue white"),
                Arguments.of(List.of(new Flip(true, false)), 80, 40, "green red white blue"),
                Arguments.of(List.of(new Flip(false, true)), 80, 40, "blue white red green"),
                Arguments.of(List.of(new Flip(true, true)), 80, 40, "white blue green red"),
                Arguments.of(List.of(new Flip(false, false)), 80, 40, "red green blue white"),
                Arguments.of(List.of(new Crop(50, 0, 50, 50)), 40, 20, "green green green green"),
                Arguments.of(List.of(new Crop(0, 0, 100, 50)), 80, 20, "red green red green"),
                Arguments.of(List.of(new Crop(0, 0, 100, 50), new Rotate(90)), 20, 80, "red red green green"),
                Arguments.of(List.of(new Rotate(90), new Crop(0, 0, 50, 100)), 20, 80, "blue blue white white"),
                Arguments.of(
                        List.of(new Rotate(90), new Crop(0, 0, 100, 50), new Rotate(-90), new Flip(true, false)),
                        40,
                        40,
                        "red red blue blue"));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void steps_are_done_one_after_the_other(List<ImageEdit> edits, int width, int height, String corners)
            throws Exception {
        var image = TestImages.quarters(80, 40);
        for (var source : List.of(
                TestImages.jpeg(folder, image), TestImages.png(folder, image), TestImages.webp(folder, image))) {
            var target = folder.resolve("edited-" + source.getFileName());

            var header = ImageEditor.write(source, edits, target);

            assertThat(header).isEqualTo(ImageHeader.read(target));
            assertThat(header.type()).isEqualTo(ImageHeader.read(source).type());
            assertThat(header.width()).isEqualTo(width);
            assertThat(header.height()).isEqualTo(height);
            assertThat(TestImages.corners(TestImages.read(target))).isEqualTo(corners);
        }
    }

    @Test
    void steps_begin_from_the_upright_image() throws Exception {
        var source = TestImages.withSegments(
                TestImages.jpeg(folder, TestImages.quarters(80, 40)),
                TestImages.exifSegment(
                        new TestExif().orientation(6).text(0x8298, "© Jane Doe").bytes()));
        var target = folder.resolve("edited.jpg");

        ImageEditor.write(source, List.of(new Crop(50, 0, 50, 100)), target);

        var inspected = InspectedImage.read(target);
        assertThat(inspected.header()).isEqualTo(new ImageHeader(ImageType.JPEG, 20, 80, 1, 1));
        assertThat(Credits.of(inspected.metadata()).copyright()).isEqualTo("© Jane Doe");
        assertThat(TestImages.corners(TestImages.read(target))).isEqualTo("red red green green");
    }

    @Test
    void a_gif_becomes_a_png() throws Exception {
        var target = folder.resolve("edited.png");

        var header =
                ImageEditor.write(TestImages.gif(folder, TestImages.quarters(80, 40)), List.of(new Rotate(90)), target);

        assertThat(header).isEqualTo(new ImageHeader(ImageType.PNG, 40, 80, 1, 1));
        assertThat(TestImages.corners(TestImages.read(target))).isEqualTo("blue red white green");
    }

    @Test
    void transparency_stays() throws Exception {
        var image = TestImages.quarters(80, 40, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0);
        var target = folder.resolve("edited.png");

        ImageEditor.write(TestImages.png(folder, image), List.of(new Rotate(90)), target);

        assertThat(TestImages.read(target).getRGB(39, 0) >>> 24).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"GIF", "WEBP"})
    void animations_are_refused(ImageType type) throws Exception {
        var animated = type == ImageType.GIF ? TestImages.gif(3, 3, 2) : webp();
        var target = folder.resolve("edited");

        assertThatThrownBy(() -> ImageEditor.write(TestImages.file(folder, animated), List.of(), target))
                .isInstanceOf(ImageRefusedException.class)
                .hasMessage("Animations cannot be edited.");
        assertThat(target).doesNotExist();
    }

    @Test
    void a_cut_is_at_least_a_pixel_and_within_the_image() {
        assertThat(new Crop(0, 0, 0.001, 0.001).of(10, 10).getSize()).isEqualTo(new Dimension(1, 1));
        assertThat(new Crop(100 - 0.001, 0, 0.001, 100).of(10, 10)).isEqualTo(new Rectangle(9, 0, 1, 10));
        assertThat(new Crop(33.3, 66.7, 66.7, 33.3).of(10, 10)).isEqualTo(new Rectangle(3, 7, 7, 3));
        assertThatThrownBy(() -> new Crop(50, 0, 51, 100)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Crop(-1, 0, 50, 100)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Crop(0, 0, 0, 100)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Crop(0, 0, Double.NaN, 100)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rotate(45)).isInstanceOf(IllegalArgumentException.class);
    }

    private byte[] webp() throws Exception {
        var still = Files.readAllBytes(TestImages.webp(folder, TestImages.quarters(40, 30)));
        var frame = TestImages.webpFrame(still, 0, 40, 30);
        return TestImages.extendedWebp(new byte[12], 40, 30, 2, frame, frame);
    }
}
