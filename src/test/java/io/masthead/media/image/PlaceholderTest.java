package io.masthead.media.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceholderTest {

    @TempDir
    Path folder;

    @Test
    void a_plain_colour() throws Exception {
        var red = TestImages.png(folder, TestImages.plain(100, 50, Color.RED, BufferedImage.TYPE_INT_RGB));
        var placeholder = Placeholder.read(red);

        // L for 4×3 components, a scale, TI:j for the mean #ff0000, and eleven components of two characters.
        assertThat(placeholder.blurHash()).matches("L.TI:j.{22}");
        assertThat(placeholder.dominantColor()).isEqualTo("#ff0000");
    }

    @Test
    void the_most_frequent_shade_is_dominant() throws Exception {
        var image = TestImages.plain(90, 90, new Color(10, 20, 200), BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 30; x++) {
            for (int y = 0; y < 90; y++) {
                image.setRGB(x, y, Color.YELLOW.getRGB());
            }
        }

        assertThat(Placeholder.read(TestImages.png(folder, image)).dominantColor())
                .isEqualTo("#0a14c8");
    }

    @Test
    void transparent_parts_count_as_white() throws Exception {
        var image = new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB);

        assertThat(Placeholder.read(TestImages.png(folder, image)).dominantColor())
                .isEqualTo("#ffffff");
    }

    @Test
    void an_image_of_one_pixel_or_one_line_has_one_too() throws Exception {
        for (var image : new BufferedImage[] {TestImages.quarters(1, 1), TestImages.quarters(3000, 1)}) {
            assertThat(Placeholder.read(TestImages.png(folder, image)).blurHash())
                    .hasSize(28);
        }
    }
}
