package io.masthead.media.image;

/**
 * Which part of an image becomes a smaller one, and of which size. Never larger than the original: all sizes
 * are in pixels of the upright image.
 *
 * @param x of the part that is shown
 * @param y of the part that is shown
 * @param cropWidth of the part that is shown
 * @param cropHeight of the part that is shown
 * @param width of the result
 * @param height of the result
 */
public record ResizePlan(int x, int y, int cropWidth, int cropHeight, int width, int height) {

    /** What PHP's round() makes of a half that binary fractions have made a little less. */
    private static final double ROUNDING = 0.5 + 1e-9;

    public ResizePlan {
        if (x < 0 || y < 0 || width < 1 || height < 1 || width > cropWidth || height > cropHeight) {
            throw new IllegalArgumentException("A rendition is part of its original and never larger.");
        }
    }

    /**
     * The whole image within a box.
     *
     * @param maxWidth 0 for any
     * @param maxHeight 0 for any
     */
    public static ResizePlan contain(int width, int height, int maxWidth, int maxHeight) {
        requireSize(maxWidth, maxHeight);
        double byWidth = maxWidth == 0 ? 1 : (double) maxWidth / width;
        double byHeight = maxHeight == 0 ? 1 : (double) maxHeight / height;
        double ratio = Math.min(1, Math.min(byWidth, byHeight));
        return new ResizePlan(0, 0, width, height, scaled(width, ratio), scaled(height, ratio));
    }

    /**
     * A box that is filled; what is too much at the sides is cut off. Of an image smaller than the box the
     * largest part with the box's proportions.
     */
    public static ResizePlan cover(int width, int height, int boxWidth, int boxHeight, FocalPoint focus) {
        if (boxWidth == 0 || boxHeight == 0) {
            return contain(width, height, boxWidth, boxHeight);
        }
        requireSize(boxWidth, boxHeight);
        double ratio = Math.max((double) boxWidth / width, (double) boxHeight / height);
        double down = Math.max(ratio, 1);
        int newWidth = Math.min(width, scaled(boxWidth, 1 / down));
        int newHeight = Math.min(height, scaled(boxHeight, 1 / down));
        return around(width, height, newWidth, newHeight, focus);
    }

    /** As much as has the proportions of the result. */
    static ResizePlan around(int width, int height, int newWidth, int newHeight, FocalPoint focus) {
        double ratio = Math.max((double) newWidth / width, (double) newHeight / height);
        int cropWidth = Math.min(width, scaled(newWidth, 1 / ratio));
        int cropHeight = Math.min(height, scaled(newHeight, 1 / ratio));
        return new ResizePlan(
                start(focus.x(), width, cropWidth),
                start(focus.y(), height, cropHeight),
                cropWidth,
                cropHeight,
                newWidth,
                newHeight);
    }

    /** Whether nothing is cut off. */
    public boolean isWhole(int sourceWidth, int sourceHeight) {
        return cropWidth == sourceWidth && cropHeight == sourceHeight;
    }

    /** The result loses nothing if only every n-th pixel of the original is there. */
    int reduction() {
        return Math.min(cropWidth / width, cropHeight / height);
    }

    static int scaled(int length, double ratio) {
        return Math.max(1, (int) Math.floor(length * ratio + ROUNDING));
    }

    private static int start(double focus, int length, int crop) {
        int centred = (int) Math.floor(focus * length - crop / 2.0);
        return Math.max(0, Math.min(centred, length - crop));
    }

    private static void requireSize(int width, int height) {
        if (width < 0 || height < 0 || (width == 0 && height == 0)) {
            throw new IllegalArgumentException("A box needs a width or a height.");
        }
    }
}
