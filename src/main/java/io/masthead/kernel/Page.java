package io.masthead.kernel;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A page of a list, with the positions of the adjacent pages.
 *
 * @param limit the maximum of items per page
 * @param next where the next page begins; null at the end, and for orders without cursors
 * @param previous where the previous page ends; null at the beginning, and for orders without cursors
 * @param total the number of items in the whole list that the caller may see; null unless requested
 */
public record Page<T>(List<T> items, int limit, Cursor next, Cursor previous, Long total) {

    /** A page of an order without cursors. */
    public static <T> Page<T> of(List<T> items, int limit, Long total) {
        return new Page<>(items, limit, null, null, total);
    }

    /** The page of an empty list. */
    public static <T> Page<T> empty(PageRequest page) {
        return of(List.of(), page.limit(), page.counted() ? 0L : null);
    }

    /** A short list as a whole, without a total. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, PageRequest.MAX_LIMIT, null, null, null);
    }

    /** How many pages of this limit the whole list has; null unless the total was requested. */
    public Long totalPages() {
        return total == null ? null : (total + limit - 1) / limit;
    }

    public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
        return new Page<>(items.stream().<R>map(mapping).toList(), limit, next, previous, total);
    }

    /** As {@link #map}, dropping items without a result. */
    public <R> Page<R> flatMap(Function<? super T, Stream<R>> mapping) {
        return new Page<>(items.stream().flatMap(mapping).toList(), limit, next, previous, total);
    }
}
