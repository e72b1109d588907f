package io.masthead.media.storage;

import java.io.IOException;
import java.util.Locale;

/** There is no room for a file. */
public final class StoreFullException extends IOException {

    private static final long serialVersionUID = 1L;

    private StoreFullException(IOException cause) {
        super("The store has no room", cause);
    }

    /** Of this class if the disk is full, which Java tells only by the message of the operating system. */
    public static IOException orSame(IOException e) {
        var message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left")
                        || message.contains("quota exceeded")
                        || message.contains("not enough space")
                ? because(e)
                : e;
    }

    public static StoreFullException because(IOException cause) {
        return new StoreFullException(cause);
    }
}
