package io.masthead.kernel;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A page of a list, and the ways on from it.
 *
 * @param limit how many items a page of the list has at most
 * @param next where the next page begins; null at the end, and in an order that has no cursors
 * @param previous where the page before ends; null at the beginning, and in an order without cursors
 * @param total how many items the whole list has that the caller may see; null unless asked for
 */
public record Page<T>(List<T> items, int limit, Cursor next, Cursor previous, Long total) {

    /** A page of an order that has no cursors. */
    public static <T> Page<T> of(List<T> items, int limit, Long total) {
        return new Page<>(items, limit, null, null, total);
    }

    /** The page of a list that has no items. */
    public static <T> Page<T> empty(PageRequest page) {
        return of(List.of(), page.limit(), page.counted() ? 0L : null);
    }

    /** A short list as a whole, of which no total is told. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, PageRequest.MAX_LIMIT, null, null, null);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
        return new Page<>(items.stream().<R>map(mapping).toList(), limit, next, previous, total);
    }

    /** As {@link #map}, where an item may have become none. */
    public <R> Page<R> flatMap(Function<? super T, Stream<R>> mapping) {
        return new Page<>(items.stream().flatMap(mapping).toList(), limit, next, previous, total);
    }
}
