package io.masthead.media.image;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * Decoded pixels that can be cut and turned. What decoders give for photographs is cut and turned where it
 * lies, since a copy would take as much memory again; other kinds are copied.
 */
final class PixelGrid {

    private final BufferedImage image;

    PixelGrid(BufferedImage image) {
        this.image = image;
    }

    BufferedImage image() {
        return image;
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    PixelGrid crop(Rectangle area) {
        var bytes = Bytes.of(image);
        return new PixelGrid(bytes == null ? copy(area) : bytes.crop(area).toImage(image.getColorModel()));
    }

    /**
     * Turns them upright. The pixels of this grid may be changed by it.
     *
     * @param orientation of these pixels as in EXIF: 5 to 8 are mirrored at the diagonal from top left; then 2, 3,
     *     6 and 7 left to right, and 3, 4, 7 and 8 upside down
     */
    PixelGrid turn(int orientation) {
        if (orientation == 1) {
            return this;
        }
        boolean transposed = orientation >= 5;
        boolean mirrored = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
        boolean upsideDown = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
        var bytes = Bytes.of(image);
        if (bytes == null) {
            return new PixelGrid(copy(transposed, mirrored, upsideDown));
        }
        var turned = transposed ? bytes.transpose() : bytes;
        if (mirrored) {
            turned.mirror();
        }
        if (upsideDown) {
            turned.turnUpsideDown();
        }
        return new PixelGrid(turned.toImage(image.getColorModel()));
    }

    /** A view of another image is not enough: the encoder of WebP takes it for the whole. */
    private BufferedImage copy(Rectangle area) {
        var part = image.getRaster().createChild(area.x, area.y, area.width, area.height, 0, 0, null);
        var target = image.getRaster().createCompatibleWritableRaster(area.width, area.height);
        target.setRect(part);
        return new BufferedImage(image.getColorModel(), target, image.isAlphaPremultiplied(), null);
    }

    private BufferedImage copy(boolean transposed, boolean mirrored, boolean upsideDown) {
        int width = transposed ? height() : width();
        int height = transposed ? width() : height();
        var source = image.getRaster();
        var target = source.createCompatibleWritableRaster(width, height);
        Object pixel = null;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int tx = mirrored ? width - 1 - x : x;
                int ty = upsideDown ? height - 1 - y : y;
                pixel = source.getDataElements(transposed ? ty : tx, transposed ? tx : ty, pixel);
                target.setDataElements(x, y, pixel);
            }
        }
        return new BufferedImage(image.getColorModel(), target, image.isAlphaPremultiplied(), null);
    }

    /** Pixels of whole bytes, each with its bands at the same distances from its place. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Bytes(DataBufferByte buffer, int width, int height, int step, int line, int[] bands) {

        static Bytes of(BufferedImage image) {
            var raster = image.getRaster();
            if (!(raster.getDataBuffer() instanceof DataBufferByte buffer)
                    || buffer.getNumBanks() != 1
                    || !(raster.getSampleModel() instanceof ComponentSampleModel model)) {
                return null;
            }
            int start = buffer.getOffset()
                    - raster.getSampleModelTranslateX() * model.getPixelStride()
                    - raster.getSampleModelTranslateY() * model.getScanlineStride();
            return new Bytes(
                    buffer,
                    raster.getWidth(),
                    raster.getHeight(),
                    model.getPixelStride(),
                    model.getScanlineStride(),
                    shifted(model.getBandOffsets(), start));
        }

        Bytes crop(Rectangle area) {
            return new Bytes(
                    buffer, area.width, area.height, step, line, shifted(bands, area.x * step + area.y * line));
        }

        Bytes transpose() {
            return new Bytes(buffer, height, width, line, step, bands);
        }

        void mirror() {
            var bytes = buffer.getData();
            for (int y = 0; y < height; y++) {
                for (int left = 0, right = width - 1; left < right; left++, right--) {
                    for (int band : bands) {
                        swap(bytes, band + y * line + left * step, band + y * line + right * step);
                    }
                }
            }
        }

        void turnUpsideDown() {
            var bytes = buffer.getData();
            for (int top = 0, bottom = height - 1; top < bottom; top++, bottom--) {
                for (int x = 0; x < width; x++) {
                    for (int band : bands) {
                        swap(bytes, band + top * line + x * step, band + bottom * line + x * step);
                    }
                }
            }
        }

        BufferedImage toImage(ColorModel colours) {
            var model = new ComponentSampleModel(DataBuffer.TYPE_BYTE, width, height, step, line, bands);
            var plain = new DataBufferByte(buffer.getData(), buffer.getData().length);
            WritableRaster raster = Raster.createWritableRaster(model, plain, new Point());
            return new BufferedImage(colours, raster, colours.isAlphaPremultiplied(), null);
        }

        private static int[] shifted(int[] offsets, int by) {
            var shifted = offsets.clone();
            for (int i = 0; i < shifted.length; i++) {
                shifted[i] += by;
            }
            return shifted;
        }

        private static void swap(byte[] bytes, int one, int other) {
            byte kept = bytes[one];
            bytes[one] = bytes[other];
            bytes[other] = kept;
        }
    }
}
