package io.masthead.kernel;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list, and the ways on from it.
 *
 * @param next null at the end
 * @param previous null at the beginning
 * @param total null unless it was asked for
 */
public record Listing<T>(List<T> items, Paging paging, Cursor next, Cursor previous, Long total) {

    public <R> Listing<R> map(Function<? super T, ? extends R> mapping) {
        return new Listing<>(items.stream().<R>map(mapping).toList(), paging, next, previous, total);
    }
}
