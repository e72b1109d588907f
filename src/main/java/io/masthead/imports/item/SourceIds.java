package io.masthead.imports.item;

/** Decides which ids of an export may be kept. */
public final class SourceIds {

    /** Far beyond any real site, and far below the maximum of JSON numbers and sequences. */
    private static final long HIGHEST = 1_000_000_000_000L;

    private SourceIds() {}

    public static boolean isUsable(Long id) {
        return id != null && id > 0 && id <= HIGHEST;
    }
}
