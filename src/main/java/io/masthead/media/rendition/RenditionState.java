package io.masthead.media.rendition;

/** Whether an image has its smaller versions. */
public enum RenditionState {
    /** There are none, and none will be made: it is no image, cannot be decoded, or is at another site. */
    NONE,
    /** They are being made. */
    PENDING,
    /** They are there. */
    READY
}
