package io.masthead.media.image;

import java.awt.image.BufferedImage;

/**
 * Composites what is transparent on white, as a page would. Not by Java's graphics, which start with fonts and screens
 * that a server does not have.
 */
final class Transparency {

    private static final int OPAQUE = 0xff;

    private Transparency() {}

    /** The same image if it has no transparency. */
    static BufferedImage onWhite(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return image;
        }
        int width = image.getWidth();
        var opaque = new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var rows = new PixelRows(image);
        var row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            rows.read(0, y, width, row);
            for (int x = 0; x < width; x++) {
                row[x] = onWhite(row[x]);
            }
            opaque.setRGB(0, y, width, 1, row, 0, width);
        }
        return opaque;
    }

    static int onWhite(int argb) {
        int alpha = argb >>> 24;
        return OPAQUE << 24
                | blend(argb >> 16 & 0xff, alpha) << 16
                | blend(argb >> 8 & 0xff, alpha) << 8
                | blend(argb & 0xff, alpha);
    }

    private static int blend(int value, int alpha) {
        return (value * alpha + OPAQUE * (OPAQUE - alpha)) / OPAQUE;
    }
}
