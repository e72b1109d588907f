package io.masthead.media.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.masthead.media.image.AreaScaler.Area;
import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaScalerTest {

    @Test
    void one_to_one_is_the_same() {
        var image = TestImages.photograph(50, 40, 50);
        var scaled = AreaScaler.scale(new PixelRows(image), new Area(0, 0, 50, 40), 50, 40);

        assertThat(scaled.getRGB(0, 0, 50, 40, null, 0, 50)).isEqualTo(image.getRGB(0, 0, 50, 40, null, 0, 50));
    }

    @ParameterizedTest
    @CsvSource({"7,5", "3,3", "1,1", "99,1", "1,99", "64,37", "33,98"})
    void one_colour_stays_one_colour(int width, int height) {
        var colour = new Color(13, 77, 201);
        var image = TestImages.plain(100, 99, colour, BufferedImage.TYPE_3BYTE_BGR);
        var scaled = AreaScaler.scale(new PixelRows(image), new Area(0, 0, 100, 99), width, height);

        for (int rgb : scaled.getRGB(0, 0, width, height, null, 0, width)) {
            assertThat(rgb).isEqualTo(colour.getRGB());
        }
    }

    @Test
    void each_pixel_is_the_mean_of_its_area() {
        var image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0x000000);
        image.setRGB(1, 0, 0x646464);
        image.setRGB(2, 0, 0xffffff);
        var scaled = AreaScaler.scale(new PixelRows(image), new Area(0, 0, 3, 1), 2, 1);

        assertThat(scaled.getRGB(0, 0) & 0xff).isCloseTo(33, within(1));
        assertThat(scaled.getRGB(1, 0) & 0xff).isCloseTo(203, within(1));
    }

    @Test
    void parts_of_pixels_are_cut() {
        var image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 1, 0xffffff);
        var scaled = AreaScaler.scale(new PixelRows(image), new Area(0.5, 0.5, 1.5, 1.5), 1, 1);

        assertThat(scaled.getRGB(0, 0) & 0xff).isCloseTo(Math.round(255 / 2.25f), within(1));
    }
}
