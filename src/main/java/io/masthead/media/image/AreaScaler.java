package io.masthead.media.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * Makes images smaller: each new pixel is the mean of the area that it covers, so that no detail is skipped and
 * no pattern appears that was not there. Colours count as much as they are opaque.
 */
final class AreaScaler {

    /** Alpha, and each colour times alpha. */
    private static final int CHANNELS = 4;

    private final PixelRows source;
    private final Area crop;
    private final int width;
    private final int height;
    private final float[] sums;

    private AreaScaler(PixelRows source, Area crop, int width, int height) {
        this.source = source;
        this.crop = crop;
        this.width = width;
        this.height = height;
        this.sums = new float[width * CHANNELS];
    }

    /**
     * @param crop which part of the source is shown; not smaller than the result
     * @return of {@link BufferedImage#TYPE_INT_ARGB} if the source has transparency, else {@code TYPE_INT_RGB}
     */
    static BufferedImage scale(PixelRows source, Area crop, int width, int height) {
        return new AreaScaler(source, crop, width, height).scale();
    }

    /** A part of an image, in pixels and fractions of them. */
    record Area(double x, double y, double width, double height) {

        Area times(double byX, double byY) {
            return new Area(x * byX, y * byY, width * byX, height * byY);
        }
    }

    private BufferedImage scale() {
        var image = new BufferedImage(
                width, height, source.hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int left = (int) crop.x;
        int right = Math.min((int) Math.ceil(crop.x + crop.width), source.width());
        var row = new int[right - left];
        var columns = new Spans(crop.x - left, crop.width / width, width, row.length);
        var means = new float[sums.length];
        double step = crop.height / height;
        int bottom = Math.min((int) Math.ceil(crop.y + crop.height), source.height());
        int line = 0;
        float covered = 0;
        double from = crop.y;
        for (int y = (int) crop.y; y < bottom; y++) {
            source.read(left, y, row.length, row);
            columns.average(row, means);
            // One row of the source may belong to two of the result, in parts.
            while (line < height) {
                double end = line == height - 1 ? bottom : crop.y + (line + 1) * step;
                float weight = (float) (Math.min(y + 1, end) - from);
                add(means, weight);
                covered += weight;
                from = Math.min(y + 1, end);
                if (end > y + 1) {
                    break;
                }
                store(covered, pixels, line * width);
                covered = 0;
                line++;
            }
        }
        return image;
    }

    private void add(float[] means, float weight) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += means[i] * weight;
        }
    }

    private void store(float covered, int[] pixels, int at) {
        for (int i = 0, from = 0; i < width; i++, from += CHANNELS) {
            float alpha = sums[from];
            float byAlpha = alpha > 0 ? 1 / alpha : 0;
            pixels[at + i] = rounded(alpha / covered) << 24
                    | rounded(sums[from + 1] * byAlpha) << 16
                    | rounded(sums[from + 2] * byAlpha) << 8
                    | rounded(sums[from + 3] * byAlpha);
        }
        Arrays.fill(sums, 0);
    }

    private static int rounded(float value) {
        return Math.min(255, (int) (value + 0.5f));
    }

    /** Which pixels of a row each new pixel covers: the first and the last of them in part. */
    private static final class Spans {

        private final int[] first;
        private final int[] last;
        private final float[] weightOfFirst;
        private final float[] weightOfLast;
        private final float[] perPixel;

        Spans(double offset, double step, int count, int length) {
            first = new int[count];
            last = new int[count];
            weightOfFirst = new float[count];
            weightOfLast = new float[count];
            perPixel = new float[count];
            for (int i = 0; i < count; i++) {
                double from = offset + i * step;
                double to = Math.min(from + step, length);
                first[i] = Math.min((int) from, length - 1);
                last[i] = Math.min(Math.max((int) Math.ceil(to) - 1, first[i]), length - 1);
                weightOfFirst[i] = (float) ((Math.min(first[i] + 1, to) - from) / (to - from));
                weightOfLast[i] = last[i] == first[i] ? 0 : (float) ((to - last[i]) / (to - from));
                perPixel[i] = (float) (1 / (to - from));
            }
        }

        void average(int[] row, float[] means) {
            for (int i = 0, at = 0; i < first.length; i++, at += CHANNELS) {
                means[at] = means[at + 1] = means[at + 2] = means[at + 3] = 0;
                add(row[first[i]], weightOfFirst[i], means, at);
                for (int x = first[i] + 1; x < last[i]; x++) {
                    add(row[x], perPixel[i], means, at);
                }
                if (last[i] > first[i]) {
                    add(row[last[i]], weightOfLast[i], means, at);
                }
            }
        }

        private static void add(int argb, float weight, float[] means, int at) {
            float alpha = (argb >>> 24) * weight;
            means[at] += alpha;
            means[at + 1] += (argb >> 16 & 0xff) * alpha;
            means[at + 2] += (argb >> 8 & 0xff) * alpha;
            means[at + 3] += (argb & 0xff) * alpha;
        }
    }
}
