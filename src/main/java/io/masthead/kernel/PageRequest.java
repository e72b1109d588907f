package io.masthead.kernel;

/**
 * The requested page of a list: after a cursor ({@link Keyset}), or after a number of rows ({@link Offset}).
 */
public sealed interface PageRequest extends Costly permits Keyset, Offset {

    int MAX_LIMIT = 100;
    int DEFAULT_LIMIT = 20;

    /** The last row of numbered pages: skipping rows costs as much as reading them. */
    int MAX_OFFSET_ROWS = 10_000;

    /** Larger pages are costly if each item is large. */
    int LARGE = 50;

    /** The maximum of items on the page; at least 1. */
    int limit();

    /** Whether the total of the list is wanted, which may cost another statement. */
    boolean counted();

    /** The first page of a list, without a total. */
    static PageRequest first(int limit) {
        return new Keyset(limit, null, false);
    }

    /** Whether the page has more than {@link #LARGE} items. */
    default boolean isLarge() {
        return limit() > LARGE;
    }
}
