package io.masthead.media.storage;

import java.io.IOException;

/** There is no room for a file. */
public final class StoreFullException extends IOException {

    private static final long serialVersionUID = 1L;

    private StoreFullException(IOException cause) {
        super("The store has no room", cause);
    }

    public static StoreFullException because(IOException cause) {
        return new StoreFullException(cause);
    }
}
