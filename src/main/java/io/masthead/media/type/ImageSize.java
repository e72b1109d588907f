package io.masthead.media.type;

/** The size of an image as its header tells it, in pixels; both at least 1. */
record ImageSize(int width, int height) {

    long pixels() {
        return (long) width * height;
    }
}
