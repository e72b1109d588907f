package io.masthead.media.svg;

/** The file is no SVG that can be kept; the message says why, in a sentence for the user. */
public final class SvgRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    SvgRefusedException(String message) {
        super(message);
    }
}
