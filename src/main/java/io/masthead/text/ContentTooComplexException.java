package io.masthead.text;

/** Content that is too expensive to render; the message tells a client what to change. */
public final class ContentTooComplexException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ContentTooComplexException(String message) {
        super(message);
    }
}
