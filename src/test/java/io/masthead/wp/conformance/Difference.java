package io.masthead.wp.conformance;

import java.util.List;
import java.util.function.Predicate;

/**
 * Something in which we answer otherwise on purpose.
 *
 * @param because the reason, for people
 * @param exchanges in which of them
 * @param places where in their answers
 */
record Difference(String name, String because, List<Predicate<Exchange>> exchanges, List<Place> places) {

    /**
     * @param value what we say there, as JSON
     * @param fixed whether {@code value} takes one text alone
     */
    record Place(Predicate<String> pattern, Predicate<String> value, boolean fixed) {

        boolean covers(Deviation deviation) {
            return pattern.test(deviation.place()) && value.test(deviation.actual());
        }
    }

    boolean concerns(Exchange exchange) {
        return exchanges.stream().anyMatch(one -> one.test(exchange));
    }

    boolean covers(Deviation deviation) {
        return places.stream().anyMatch(place -> place.covers(deviation));
    }

    /** Whether its rule says what our value is, not only where it stands. */
    boolean fixes(Deviation deviation) {
        return places.stream().anyMatch(place -> place.fixed() && place.covers(deviation));
    }
}
