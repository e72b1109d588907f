package io.masthead.kernel;

import java.time.Instant;
import java.util.function.Function;

/**
 * What a list is ordered by.
 *
 * @param <T> the listed type
 * @param parameter the name in APIs; null if the order supports no cursors
 * @param path an HQL path or expression that is never null in a row; null for computed orders
 * @param keyOf reads the key of a row for a cursor; null if the order supports no cursors
 * @param parse reads a key from a cursor; null if the order supports no cursors
 */
public record SortColumn<T>(String parameter, String path, Function<T, Object> keyOf, Function<String, Object> parse)
        implements SortKey<T> {

    @Override
    public SortColumn<T> column() {
        return this;
    }

    public static <T> SortColumn<T> ofTime(String parameter, String path, Function<T, Instant> keyOf) {
        return new SortColumn<>(parameter, path, keyOf::apply, Instant::parse);
    }

    public static <T> SortColumn<T> ofText(String parameter, String path, Function<T, String> keyOf) {
        return new SortColumn<>(parameter, path, keyOf::apply, key -> key);
    }

    public static <T> SortColumn<T> ofLong(String parameter, String path, Function<T, Long> keyOf) {
        return new SortColumn<>(parameter, path, keyOf::apply, Long::valueOf);
    }

    public static <T> SortColumn<T> ofInteger(String parameter, String path, Function<T, Integer> keyOf) {
        return new SortColumn<>(parameter, path, keyOf::apply, Integer::valueOf);
    }

    /** An order that supports numbered pages only. */
    public static <T> SortColumn<T> withoutCursor(String path) {
        return new SortColumn<>(null, path, null, null);
    }

    /** An order in which the client listed ids or slugs, or that a query computes; it supports numbered pages only. */
    public static <T> SortColumn<T> computed() {
        return withoutCursor(null);
    }
}
