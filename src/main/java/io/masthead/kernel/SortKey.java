package io.masthead.kernel;

/**
 * Something a list can be sorted by: an enum constant per feature, so that no text of a client ever
 * reaches an order clause.
 *
 * @param <T> what is listed
 */
public interface SortKey<T> {

    /** The word clients use. */
    String parameter();

    /** Whether a cursor can stand in this order; else its pages are numbered only. */
    default boolean hasCursor() {
        return true;
    }

    /** The HQL path of a column that is never null. */
    String path();

    /** The key of one row, as a cursor carries it. */
    Object keyOf(T row);

    /**
     * The key that {@link #keyOf} once gave, read back from a cursor.
     *
     * @throws RuntimeException if the text was not written by {@link #keyOf}
     */
    Object parse(String key);
}
