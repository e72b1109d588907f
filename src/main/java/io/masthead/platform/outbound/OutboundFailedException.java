package io.masthead.platform.outbound;

/** There is no response, or none within the limits; the message repeats nothing that was sent. */
public final class OutboundFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutboundFailedException(String message) {
        super(message);
    }
}
