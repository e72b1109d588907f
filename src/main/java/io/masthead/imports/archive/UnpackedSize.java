package io.masthead.imports.archive;

/** Counts the unpacked bytes of a whole archive against its limit. */
final class UnpackedSize {

    private final long max;
    private long size;

    UnpackedSize(long max) {
        this.max = max;
    }

    void add(int bytes) throws ArchiveException {
        size += bytes;
        if (size > max) {
            throw new ArchiveException(("The archive unpacks to more than %,d bytes, the limit of this site"
                            + " (masthead.imports.max-unpacked-size).")
                    .formatted(max));
        }
    }
}
