package io.masthead.media.image;

/**
 * What must stay visible when an image is cut.
 *
 * @param x 0 at the left, 1 at the right
 * @param y 0 at the top, 1 at the bottom
 */
public record FocalPoint(double x, double y) {

    public static final FocalPoint CENTRE = new FocalPoint(0.5, 0.5);

    public FocalPoint {
        if (!isValid(x) || !isValid(y)) {
            throw new IllegalArgumentException("A focal point lies within the image: x and y from 0 to 1.");
        }
    }

    /** Whether it is a coordinate: not null, and from 0 to 1. */
    public static boolean isValid(Double coordinate) {
        return coordinate != null && coordinate >= 0 && coordinate <= 1;
    }
}
