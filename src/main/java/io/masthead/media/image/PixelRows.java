package io.masthead.media.image;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Rows of an image as ARGB, whatever its pixels look like in memory. Samples are taken as they are: Java's own
 * conversion would make pictures in grey lighter, since it believes them linear.
 */
final class PixelRows {

    private final BufferedImage image;
    private final Raster raster;
    private final int bands;
    private final int shift;

    /** Null if the samples are not bytes of one array. */
    private final byte[] bytes;

    private final int start;
    private final int step;
    private final int line;
    private final int[] offsets;

    private int[] samples = {};

    PixelRows(BufferedImage image) {
        this.image = image;
        this.raster = image.getRaster();
        this.bands = raster.getNumBands();
        this.shift = Math.max(0, raster.getSampleModel().getSampleSize(0) - 8);
        if (raster.getSampleModel() instanceof ComponentSampleModel model
                && raster.getDataBuffer() instanceof DataBufferByte buffer
                && buffer.getNumBanks() == 1) {
            bytes = buffer.getData();
            step = model.getPixelStride();
            line = model.getScanlineStride();
            offsets = model.getBandOffsets();
            start = buffer.getOffset()
                    - raster.getSampleModelTranslateX() * step
                    - raster.getSampleModelTranslateY() * line;
        } else {
            bytes = null;
            step = 0;
            line = 0;
            offsets = new int[0];
            start = 0;
        }
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    boolean hasAlpha() {
        return image.getColorModel().hasAlpha();
    }

    /** Reads {@code width} pixels from {@code x} on. */
    void read(int x, int y, int width, int[] argb) {
        if (image.getColorModel() instanceof IndexColorModel || isPackedInteger()) {
            image.getRGB(x, y, width, 1, argb, 0, width);
        } else if (bytes != null) {
            readBytes(x, y, width, argb);
        } else {
            readSamples(x, y, width, argb);
        }
    }

    private boolean isPackedInteger() {
        return bytes == null && raster.getNumDataElements() == 1 && bands > 1;
    }

    private void readBytes(int x, int y, int width, int[] argb) {
        int at = start + y * line + x * step;
        int red = offsets[0];
        int green = bands < 3 ? red : offsets[1];
        int blue = bands < 3 ? red : offsets[2];
        boolean opaque = bands % 2 == 1;
        int alpha = opaque ? red : offsets[bands - 1];
        for (int i = 0; i < width; i++, at += step) {
            int a = opaque ? 0xff : bytes[at + alpha] & 0xff;
            argb[i] = a << 24
                    | (bytes[at + red] & 0xff) << 16
                    | (bytes[at + green] & 0xff) << 8
                    | (bytes[at + blue] & 0xff);
        }
    }

    private void readSamples(int x, int y, int width, int[] argb) {
        if (samples.length < width * bands) {
            samples = new int[width * bands];
        }
        raster.getPixels(x, y, width, 1, samples);
        boolean opaque = bands % 2 == 1;
        for (int i = 0, at = 0; i < width; i++, at += bands) {
            int red = samples[at] >> shift & 0xff;
            int green = bands < 3 ? red : samples[at + 1] >> shift & 0xff;
            int blue = bands < 3 ? red : samples[at + 2] >> shift & 0xff;
            int alpha = opaque ? 0xff : samples[at + bands - 1] >> shift & 0xff;
            argb[i] = alpha << 24 | red << 16 | green << 8 | blue;
        }
    }
}
