package io.masthead.kernel;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list that is paged by numbers.
 *
 * @param total how many there are in all parts that the caller may see
 */
public record Part<T>(List<T> items, long total) {

    public <R> Part<R> map(Function<? super T, ? extends R> mapping) {
        return new Part<>(items.stream().<R>map(mapping).toList(), total);
    }
}
