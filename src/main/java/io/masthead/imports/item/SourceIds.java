package io.masthead.imports.item;

/** Which ids of an export may become ids here. */
public final class SourceIds {

    /** Far beyond any real site, and far below what JSON's numbers or a sequence can hold. */
    private static final long HIGHEST = 1_000_000_000_000L;

    private SourceIds() {}

    public static boolean isUsable(Long id) {
        return id != null && id > 0 && id <= HIGHEST;
    }
}
