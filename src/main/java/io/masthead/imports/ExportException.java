package io.masthead.imports;

import io.masthead.imports.archive.ArchiveException;
import io.masthead.imports.wxr.Location;
import io.masthead.imports.wxr.WxrFormatException;
import java.io.IOException;

/** The upload is not a readable export. The message is for the user who sent it. */
final class ExportException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Location location;

    private ExportException(String message, Location location, IOException cause) {
        super(message, cause);
        this.location = location;
    }

    static ExportException of(ArchiveException cause) {
        return new ExportException(cause.getMessage(), null, cause);
    }

    /** @param file its name within an archive; null if the upload is no archive */
    static ExportException of(String file, WxrFormatException cause) {
        var message = file == null
                ? cause.getMessage()
                : "File \"%s\" in the archive: %s".formatted(file, cause.getMessage());
        return new ExportException(message, cause.location(), cause);
    }

    /** The position in the export file; null if the failure has none. */
    Location location() {
        return location;
    }
}
