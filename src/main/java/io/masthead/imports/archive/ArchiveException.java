package io.masthead.imports.archive;

import java.io.EOFException;
import java.io.IOException;

/** The archive is damaged, cannot be read as a stream, or exceeds a limit. The message is a sentence for users. */
public final class ArchiveException extends IOException {

    private static final long serialVersionUID = 1L;

    ArchiveException(String sentence) {
        super(sentence);
    }

    static ArchiveException cutOff() {
        return new ArchiveException("The archive ends too early; it was not made or copied in full.");
    }

    /** The failure of unpacking. */
    static ArchiveException of(Exception cause) {
        var reason = String.valueOf(cause.getMessage());
        var made = cause instanceof EOFException || reason.equals("unexpected EOF") ? cutOff() : of(reason);
        made.initCause(cause);
        return made;
    }

    /** @param reason of Java's ZipInputStream */
    private static ArchiveException of(String reason) {
        if (reason.startsWith("encrypted")) {
            return new ArchiveException("A file in the archive is encrypted.");
        }
        if (reason.startsWith("invalid compression method") || reason.startsWith("only DEFLATED")) {
            return new ArchiveException(
                    "A file in the archive is not compressed by deflate, or stored without its size; use deflate.");
        }
        return new ArchiveException("The archive is damaged: it cannot be unpacked.");
    }
}
