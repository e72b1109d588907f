package io.masthead.media.image;

import io.trbl.blurhash.BlurHash;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What a page shows until the image is there. Transparent parts count as white.
 *
 * @param blurHash of 4×3 components, as on blurha.sh
 * @param dominantColor of the most frequent shade, {@code #rrggbb}
 */
public record Placeholder(String blurHash, String dominantColor) {

    /** Both see no more in a larger image. */
    static final int MAX_SIDE = 32;

    private static final int COMPONENTS_X = 4;
    private static final int COMPONENTS_Y = 3;

    /** Shades with the same upper bits of each channel count as one. */
    private static final int SHADE_BITS = 4;

    /** @throws ImageRefusedException if the file cannot be decoded */
    public static Placeholder read(Path file) throws IOException, ImageRefusedException {
        return ImageScaler.scale(file, List.of(), file.toAbsolutePath().getParent())
                .placeholder();
    }

    /** @param image of at most {@link #MAX_SIDE} pixels in each direction */
    static Placeholder of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        var pixels = image.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Transparency.onWhite(pixels[i]);
        }
        return new Placeholder(
                BlurHash.encode(pixels, width, height, COMPONENTS_X, COMPONENTS_Y), dominantColor(pixels));
    }

    private static String dominantColor(int[] pixels) {
        int shades = 1 << (3 * SHADE_BITS);
        var counts = new int[shades];
        var sums = new long[shades][];
        int most = 0;
        for (int pixel : pixels) {
            int red = pixel >> 16 & 0xff;
            int green = pixel >> 8 & 0xff;
            int blue = pixel & 0xff;
            int down = 8 - SHADE_BITS;
            int shade = red >> down << (2 * SHADE_BITS) | green >> down << SHADE_BITS | blue >> down;
            if (sums[shade] == null) {
                sums[shade] = new long[3];
            }
            sums[shade][0] += red;
            sums[shade][1] += green;
            sums[shade][2] += blue;
            counts[shade]++;
            if (counts[shade] > counts[most]) {
                most = shade;
            }
        }
        int count = counts[most];
        return String.format(
                Locale.ROOT, "#%02x%02x%02x", sums[most][0] / count, sums[most][1] / count, sums[most][2] / count);
    }
}
