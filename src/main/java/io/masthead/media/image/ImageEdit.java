package io.masthead.media.image;

import java.awt.Rectangle;

/** One step of an edit by hand, as image editors of WordPress' clients send them. */
public sealed interface ImageEdit {

    /**
     * Crops the image.
     *
     * @param left in percent of the width, 0 to 100
     * @param top in percent of the height
     * @param width in percent; with {@code left} at most 100
     * @param height in percent; with {@code top} at most 100
     */
    record Crop(double left, double top, double width, double height) implements ImageEdit {

        public Crop {
            if (!isValid(left, top, width, height)) {
                throw new IllegalArgumentException("A cut lies within the image, in percent of it.");
            }
        }

        Rectangle of(int imageWidth, int imageHeight) {
            int x = Math.min(pixels(left, imageWidth), imageWidth - 1);
            int y = Math.min(pixels(top, imageHeight), imageHeight - 1);
            int w = Math.max(1, Math.min(pixels(width, imageWidth), imageWidth - x));
            int h = Math.max(1, Math.min(pixels(height, imageHeight), imageHeight - y));
            return new Rectangle(x, y, w, h);
        }

        /** Whether it lies within the image. */
        public static boolean isValid(double left, double top, double width, double height) {
            return isPart(left, width) && isPart(top, height);
        }

        private static boolean isPart(double start, double length) {
            // 33.3 and 66.7 are not 100 in binary.
            return start >= 0 && length > 0 && start + length <= 100 + 1e-6;
        }

        private static int pixels(double percent, int length) {
            return (int) Math.round(percent * length / 100);
        }
    }

    /**
     * Turns clockwise.
     *
     * @param degrees a multiple of 90; less than 0 turns the other way
     */
    record Rotate(int degrees) implements ImageEdit {

        public Rotate {
            if (degrees % 90 != 0) {
                throw new IllegalArgumentException("Images are turned by multiples of 90 degrees.");
            }
        }
    }

    /**
     * Mirrors.
     *
     * @param horizontal left becomes right
     * @param vertical top becomes bottom
     */
    record Flip(boolean horizontal, boolean vertical) implements ImageEdit {}
}
