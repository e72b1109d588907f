package io.masthead.kernel;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A partial update of one field: absent, a new value, or null to clear it. It corresponds to a member of a
 * merge patch (RFC 7396).
 *
 * @param fault why the client's value is invalid; null if it is valid
 */
public record Patch<T>(boolean isSet, T value, FieldError fault) {

    private static final Patch<?> ABSENT = new Patch<>(false, null, null);

    /** Keeps the field. */
    @SuppressWarnings("unchecked") // it holds no value, so it fits every type
    public static <T> Patch<T> absent() {
        return (Patch<T>) ABSENT;
    }

    /** Sets the field to this value; null clears it. */
    public static <T> Patch<T> to(T value) {
        return new Patch<>(true, value, null);
    }

    /** A value outside the type, which {@link Violations} collect like any other fault. */
    public static <T> Patch<T> invalid(FieldError fault) {
        return new Patch<>(true, null, fault);
    }

    /** @throws IllegalStateException for an invalid value, which must have been refused before */
    public void ifSet(Consumer<T> action) {
        if (isSet) {
            requireValid();
            action.accept(value);
        }
    }

    /**
     * The value after the change.
     *
     * @throws IllegalStateException for an invalid value, which must have been refused before
     */
    public T orKeep(T current) {
        requireValid();
        return isSet ? value : current;
    }

    private void requireValid() {
        if (fault != null) {
            throw new IllegalStateException("Not refused: " + fault);
        }
    }

    /** Absent if it equals the current value: sending back what was read changes nothing. */
    public Patch<T> differingFrom(T current) {
        return isSet && fault == null && Objects.equals(value, current) ? absent() : this;
    }

    public <R> Patch<R> map(Function<? super T, ? extends R> mapping) {
        return new Patch<>(isSet, value == null ? null : mapping.apply(value), fault);
    }
}
