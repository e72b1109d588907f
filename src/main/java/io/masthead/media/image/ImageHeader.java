package io.masthead.media.image;

import io.masthead.media.image.ImageFormat.FileStructure;
import io.masthead.media.image.ImageRefusedException.Reason;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What a file says of its picture, read without decoding a pixel.
 *
 * @param width in pixels as stored; see {@link #displayWidth()}
 * @param height in pixels as stored
 * @param frames 1 unless it is animated
 * @param orientation how the stored pixels are turned, 1 to 8 as in EXIF; 1 if they are not
 * @param isDecodable whether pixels can be read, so that there can be renditions and edits: not of AVIF, and of JPEG
 *     not with CMYK colours
 */
public record ImageHeader(ImageType type, int width, int height, int frames, int orientation, boolean isDecodable) {

    /** Decoded, a JPEG has 3 bytes for each. The cameras of phones reach it, hardly anything else does. */
    public static final int MAX_PIXELS = 50_000_000;

    /**
     * JPEG and GIF cannot say more. In other formats a longer side would cost memory for each row or column.
     */
    public static final int MAX_SIDE = 65_535;

    /** At 25 frames a second 40 seconds, beyond which people use a video. */
    public static final int MAX_FRAMES = 1_000;

    /** Of an image with colours of screens. */
    public ImageHeader(ImageType type, int width, int height, int frames, int orientation) {
        this(type, width, height, frames, orientation, type != ImageType.AVIF);
    }

    /**
     * @throws ImageRefusedException if it is no image, contradicts itself, or exceeds one of the bounds
     * @throws IOException if the file cannot be read
     */
    public static ImageHeader read(Path file) throws IOException, ImageRefusedException {
        return InspectedImage.read(file).header();
    }

    /** Width after it is turned upright. */
    public int displayWidth() {
        return isSideways() ? height : width;
    }

    /** Height after it is turned upright. */
    public int displayHeight() {
        return isSideways() ? width : height;
    }

    /** Whether its pixels must be turned to be upright. Animations are not turned, neither by browsers nor here. */
    boolean turns() {
        return orientation != 1 && frames == 1;
    }

    private boolean isSideways() {
        return turns() && orientation >= 5;
    }

    static ImageHeader of(FileStructure file, int orientation) {
        return new ImageHeader(
                file.type(), file.width(), file.height(), file.frames(), orientation, file.isDecodable());
    }

    static void requireInBounds(FileStructure file) throws ImageRefusedException {
        requireInBounds(file.width(), file.height());
        if (file.frames() > MAX_FRAMES) {
            throw tooManyFrames();
        }
    }

    static void requireInBounds(int width, int height) throws ImageRefusedException {
        if (width <= 0 || height <= 0) {
            throw ImageRefusedException.damaged("The image has a width or height of 0.");
        }
        if (width > MAX_SIDE || height > MAX_SIDE) {
            throw new ImageRefusedException(
                    Reason.TOO_MANY_PIXELS,
                    "The image has " + width + "×" + height + " pixels; each side may have at most " + MAX_SIDE + ".");
        }
        if ((long) width * height > MAX_PIXELS) {
            throw new ImageRefusedException(
                    Reason.TOO_MANY_PIXELS,
                    "The image has " + width + "×" + height + " pixels; at most " + MAX_PIXELS / 1_000_000
                            + " megapixels are allowed.");
        }
    }

    static ImageRefusedException tooManyFrames() {
        return new ImageRefusedException(
                Reason.TOO_MANY_FRAMES,
                "The animation has more than " + MAX_FRAMES + " frames; upload it as a video instead.");
    }
}
