package io.masthead.imports;

/** The status of an import. */
public enum ImportStatus {
    /** The file has been stored and waits for a node. */
    QUEUED,
    RUNNING,
    COMPLETED,
    /** The file could not be read; nothing was imported. */
    FAILED;

    public boolean isOver() {
        return this == COMPLETED || this == FAILED;
    }
}
