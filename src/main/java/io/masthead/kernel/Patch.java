package io.masthead.kernel;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a partial update says of one field: nothing, a new value, or (value null) that it is
 * cleared. It is the core's word for a member of a merge patch (RFC 7396).
 */
public record Patch<T>(boolean isSet, T value) {

    private static final Patch<?> ABSENT = new Patch<>(false, null);

    /** The field stays as it is. */
    @SuppressWarnings("unchecked") // holds no value, so it fits every type
    public static <T> Patch<T> absent() {
        return (Patch<T>) ABSENT;
    }

    /** The field takes this value; null clears it. */
    public static <T> Patch<T> to(T value) {
        return new Patch<>(true, value);
    }

    public void ifSet(Consumer<T> action) {
        if (isSet) {
            action.accept(value);
        }
    }

    /** The value that will hold after the change. */
    public T orKeep(T current) {
        return isSet ? value : current;
    }

    /**
     * Nothing where it says what is there already: who sends back what was read changes nothing.
     */
    public Patch<T> differingFrom(T current) {
        return isSet && Objects.equals(value, current) ? absent() : this;
    }

    public <R> Patch<R> map(Function<? super T, ? extends R> mapping) {
        return isSet ? to(value == null ? null : mapping.apply(value)) : absent();
    }
}
