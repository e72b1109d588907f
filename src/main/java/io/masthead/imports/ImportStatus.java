package io.masthead.imports;

/** How far an import is. */
public enum ImportStatus {
    /** The file is there and waits for a node. */
    QUEUED,
    RUNNING,
    COMPLETED,
    /** The file could not be read; nothing of it was stored. */
    FAILED;

    public boolean isOver() {
        return this == COMPLETED || this == FAILED;
    }
}
