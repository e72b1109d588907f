package io.masthead.kernel;

/**
 * A sort order of a list: an enum constant per feature, so that no client text ever reaches an order clause.
 *
 * @param <T> the listed type
 */
public interface SortKey<T> {

    /** What the list is ordered by. */
    SortColumn<T> column();

    /** The name in APIs; null if the order supports no cursors. */
    default String parameter() {
        return column().parameter();
    }

    /** Whether the order supports cursors; otherwise only numbered pages. */
    default boolean hasCursor() {
        return column().keyOf() != null;
    }

    /** An HQL path or expression that is never null in a row; null for computed orders. */
    default String path() {
        return column().path();
    }

    /**
     * The key of one row, as stored in a cursor.
     *
     * @throws IllegalStateException if the order supports no cursors
     */
    default Object keyOf(T row) {
        requireCursor();
        return column().keyOf().apply(row);
    }

    /**
     * Parses a key that {@link #keyOf} returned, from a cursor.
     *
     * @throws RuntimeException if the text was not written by {@link #keyOf}
     */
    default Object parse(String key) {
        requireCursor();
        return column().parse().apply(key);
    }

    private void requireCursor() {
        if (!hasCursor()) {
            throw new IllegalStateException(this + " supports numbered pages only");
        }
    }
}
