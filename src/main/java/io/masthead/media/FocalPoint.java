package io.masthead.media;

/**
 * The point of an image that stays when it is cut.
 *
 * @param x from the left, 0 to 1
 * @param y from the top, 0 to 1
 */
public record FocalPoint(Double x, Double y) {

    /** Whether both are there and in range. */
    boolean isValid() {
        return isPart(x) && isPart(y);
    }

    private static boolean isPart(Double value) {
        return value != null && value >= 0 && value <= 1;
    }
}
