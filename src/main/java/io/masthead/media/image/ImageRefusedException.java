package io.masthead.media.image;

/** An image that is not taken; the message is a sentence that can be shown to whoever sent it. */
public final class ImageRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why; which status this becomes is the caller's choice. */
    public enum Reason {
        /** Not an image of a known type: 415. */
        UNKNOWN_TYPE,
        /** An image of a known type in a form that cannot be processed, such as CMYK colours to be turned: 415. */
        UNSUPPORTED_FORM,
        /** The file contradicts its format or itself, or ends too early: 422. */
        DAMAGED,
        /** More pixels than {@link ImageHeader#MAX_PIXELS}, or a side above {@link ImageHeader#MAX_SIDE}: 422. */
        TOO_MANY_PIXELS,
        /** More frames than {@link ImageHeader#MAX_FRAMES}: 422. */
        TOO_MANY_FRAMES
    }

    private final Reason reason;

    ImageRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static ImageRefusedException damaged(String message) {
        return new ImageRefusedException(Reason.DAMAGED, message);
    }

    static ImageRefusedException truncated() {
        return damaged("The image ends before it is complete; upload the whole file.");
    }

    static ImageRefusedException unsupported(String message) {
        return new ImageRefusedException(Reason.UNSUPPORTED_FORM, message);
    }

    public Reason reason() {
        return reason;
    }
}
