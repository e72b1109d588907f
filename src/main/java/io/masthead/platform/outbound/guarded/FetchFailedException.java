package io.masthead.platform.outbound.guarded;

import java.io.IOException;

/**
 * A file cannot be had from its URL. Of a host without a public address, the message tells neither whether it exists
 * nor what it does.
 */
public final class FetchFailedException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What was wrong, for programs; in JSON in lower case. */
    public enum Reason {
        INVALID_URL,
        REFUSED_HOST,
        REFUSED_PORT,
        REFUSED_REDIRECT,
        UNREACHABLE,
        UNTRUSTED,
        TOO_SLOW,
        /** The server says that it cannot answer now, or fails. */
        BUSY,
        REFUSED_RESPONSE,
        INCOMPLETE
    }

    private final Reason reason;

    /** @param message a sentence */
    FetchFailedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    FetchFailedException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
