package io.masthead.imports.archive;

import java.io.IOException;

/** The archive is damaged, cannot be read as a stream, or exceeds a limit. The message is a sentence for users. */
public final class ArchiveException extends IOException {

    private static final long serialVersionUID = 1L;

    ArchiveException(String sentence) {
        super(sentence);
    }

    static ArchiveException damaged(String what) {
        return new ArchiveException("The archive is damaged: " + what + ".");
    }

    static ArchiveException cutOff() {
        return new ArchiveException("The archive ends too early; it was not made or copied in full.");
    }
}
