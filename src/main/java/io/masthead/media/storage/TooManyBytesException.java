package io.masthead.media.storage;

import java.io.IOException;

/** A file is larger than allowed. */
public final class TooManyBytesException extends IOException {

    private static final long serialVersionUID = 1L;

    TooManyBytesException(long maxBytes) {
        super("More than " + maxBytes + " bytes");
    }
}
