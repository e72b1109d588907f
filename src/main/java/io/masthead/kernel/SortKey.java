package io.masthead.kernel;

/**
 * A sort order of a list: an enum constant per feature, so that no client text ever reaches an order clause.
 *
 * @param <T> the listed type
 */
public interface SortKey<T> {

    /** The name in APIs. */
    String parameter();

    /** Whether the order supports cursors; otherwise only numbered pages. */
    default boolean hasCursor() {
        return true;
    }

    /** The HQL path of a column that is never null. */
    String path();

    /** The key of one row, as stored in a cursor. */
    Object keyOf(T row);

    /**
     * Parses a key that {@link #keyOf} returned, from a cursor.
     *
     * @throws RuntimeException if the text was not written by {@link #keyOf}
     */
    Object parse(String key);
}
