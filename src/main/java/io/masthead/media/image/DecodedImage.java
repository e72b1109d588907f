package io.masthead.media.image;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;

/**
 * Pixels as a decoder gave them.
 *
 * @param profile what their numbers mean; null for sRGB
 * @param isLossless whether a WebP kept each of them as it was; then what takes its place does too
 */
record DecodedImage(PixelGrid pixels, ICC_Profile profile, boolean isLossless) {

    private static final int BANDS = 3;

    /**
     * A part of it, scaled, in the colours of screens.
     *
     * @see AreaScaler#scale
     */
    BufferedImage scale(AreaScaler.Area crop, int width, int height) {
        var scaled = AreaScaler.scale(new PixelRows(pixels.image()), crop, width, height);
        if (hasColoursToConvert()) {
            toScreenColours(scaled);
        }
        return scaled;
    }

    /** The same, with other pixels made of these. */
    DecodedImage with(PixelGrid changed) {
        return new DecodedImage(changed, profile, isLossless);
    }

    /** All of it; the same pixels if they need no conversion. */
    BufferedImage inScreenColours() {
        int width = pixels.width();
        int height = pixels.height();
        return hasColoursToConvert() ? scale(new AreaScaler.Area(0, 0, width, height), width, height) : pixels.image();
    }

    /** Grey is shown as it is, as ever. */
    private boolean hasColoursToConvert() {
        return profile != null && pixels.image().getColorModel().getNumComponents() >= BANDS;
    }

    /** Row by row, so that no second picture is needed. */
    private void toScreenColours(BufferedImage image) {
        var pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int width = image.getWidth();
        var source = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, 1, BANDS, null);
        var target = source.createCompatibleWritableRaster();
        var samples = new int[width * BANDS];
        try {
            var conversion =
                    new ColorConvertOp(new ICC_Profile[] {profile, ICC_Profile.getInstance(ColorSpace.CS_sRGB)}, null);
            for (int at = 0; at < pixels.length; at += width) {
                for (int i = 0, j = 0; i < width; i++, j += BANDS) {
                    samples[j] = pixels[at + i] >> 16 & 0xff;
                    samples[j + 1] = pixels[at + i] >> 8 & 0xff;
                    samples[j + 2] = pixels[at + i] & 0xff;
                }
                source.setPixels(0, 0, width, 1, samples);
                conversion.filter(source, target);
                target.getPixels(0, 0, width, 1, samples);
                for (int i = 0, j = 0; i < width; i++, j += BANDS) {
                    pixels[at + i] =
                            (pixels[at + i] & 0xff000000) | samples[j] << 16 | samples[j + 1] << 8 | samples[j + 2];
                }
            }
        } catch (CMMException | IllegalArgumentException damaged) {
            // As browsers do: the picture is shown without its profile.
        }
    }
}
