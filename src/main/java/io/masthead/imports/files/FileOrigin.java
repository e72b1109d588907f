package io.masthead.imports.files;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an import takes the files of attachments from.
 *
 * @param uploads the absolute path of a folder or zip with the uploads of WordPress, on this server; null unless the
 *     kind is {@link Kind#FOLDER}
 */
public record FileOrigin(Kind kind, Path uploads) {

    /** The ways to get files. */
    public enum Kind {
        /** They stay where they are. */
        NONE,
        /** From the exported site, by HTTP. */
        FETCH,
        FOLDER
    }

    public static final FileOrigin NONE = new FileOrigin(Kind.NONE, null);
    public static final FileOrigin FETCH = new FileOrigin(Kind.FETCH, null);

    public FileOrigin {
        boolean isComplete = kind == Kind.FOLDER ? uploads != null && uploads.isAbsolute() : uploads == null;
        if (!isComplete) {
            throw new IllegalArgumentException("A folder or zip of uploads is given by its absolute path");
        }
    }

    /** @param uploads a folder or zip; a relative path is one of the working directory */
    public static FileOrigin folder(Path uploads) {
        return new FileOrigin(Kind.FOLDER, uploads.toAbsolutePath().normalize());
    }

    public boolean isWanted() {
        return kind != Kind.NONE;
    }

    /** Why files cannot be taken from there, in a sentence; empty if they can, or if it was not looked. */
    public Optional<String> fault() {
        return kind == Kind.FOLDER ? UploadSource.fault(uploads) : Optional.empty();
    }
}
