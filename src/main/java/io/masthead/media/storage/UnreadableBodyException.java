package io.masthead.media.storage;

import java.io.IOException;

/** The bytes to store could not be read; the store itself works. */
public final class UnreadableBodyException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableBodyException(IOException cause) {
        super("The bytes could not be read", cause);
    }
}
