package io.masthead.kernel;

/**
 * Which page of a list somebody asks for: one after a cursor ({@link Keyset}), or one at a number
 * of rows from the beginning ({@link Offset}).
 */
public sealed interface PageRequest extends Costly permits Keyset, Offset {

    int MAX_LIMIT = 100;
    int DEFAULT_LIMIT = 20;

    /** The last row that a numbered page may reach: skipping rows costs as much as reading them. */
    int MAX_OFFSET_ROWS = 10_000;

    /** Pages of more items than this are costly where each item is large. */
    int LARGE = 50;

    /** How many items the page has at most; at least 1. */
    int limit();

    /** Whether the total of the list is wanted, which may cost a statement of its own. */
    boolean counted();

    /** The page at the beginning of a list, without a total. */
    static PageRequest first(int limit) {
        return new Keyset(limit, null, false);
    }

    /** Whether the page has more than {@link #LARGE} items. */
    default boolean isLarge() {
        return limit() > LARGE;
    }
}
