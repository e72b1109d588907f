package io.masthead.media.rendition;

/** How an image gets into a box. */
public enum Fit {
    /** It fills the box; what is too much at the sides is cut off, round the focal point. */
    COVER,
    /** All of it is within the box. */
    CONTAIN
}
