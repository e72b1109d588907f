package io.masthead.media.image;

import io.masthead.media.image.ImageRefusedException.Reason;
import javax.imageio.ImageReadParam;

/**
 * How many pixels are decoded: all, or every second in each direction, or every third and so on, so that memory
 * stays bounded.
 *
 * @param maxStep every n-th pixel is enough in each direction; 1 if all are needed
 * @param maxBytes of decoded pixels, if fewer of them would not do; more is refused
 */
record Reduction(int maxStep, int maxBytes) {

    /** 25 megapixels of a photograph; above it pixels are left out if they are not needed. */
    private static final int ENOUGH_BYTES = 75_000_000;

    /**
     * A photograph of {@link ImageHeader#MAX_PIXELS}. Not counted is what the decoder keeps of a JPEG with several
     * layers, see {@link JpegFormat#MAX_COEFFICIENTS}.
     */
    private static final int MAX_BYTES = 3 * ImageHeader.MAX_PIXELS;

    /** All pixels, to be turned or edited. */
    static Reduction none(ImageHeader header) {
        return new Reduction(1, turned(header));
    }

    /** As many as scaling needs. */
    static Reduction upTo(int maxStep, ImageHeader header) {
        return new Reduction(maxStep, header.turns() ? turned(header) : MAX_BYTES);
    }

    /** What is not a photograph may have to be copied to be turned, see {@link PixelGrid}. */
    private static int turned(ImageHeader header) {
        return header.type() == ImageType.JPEG ? MAX_BYTES : MAX_BYTES / 2;
    }

    int every(ImageHeader header, int bytesOfPixel) throws ImageRefusedException {
        double bytes = (double) header.width() * header.height() * bytesOfPixel;
        int every = Math.max(1, Math.min(maxStep, (int) Math.ceil(Math.sqrt(bytes / ENOUGH_BYTES))));
        if (bytes / every / every > maxBytes) {
            throw new ImageRefusedException(
                    Reason.TOO_MANY_PIXELS,
                    "The image is too large to be processed in full size: of this kind of " + header.type()
                            + " at most " + maxBytes / bytesOfPixel / 1_000_000 + " megapixels are allowed.");
        }
        return every;
    }

    void applyTo(ImageReadParam param, ImageHeader header, int bytesOfPixel) throws ImageRefusedException {
        int every = every(header, bytesOfPixel);
        param.setSourceSubsampling(every, every, 0, 0);
    }
}
