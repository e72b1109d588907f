package io.masthead.wp.conformance;

import java.util.List;
import java.util.Map;

/**
 * What came of one exchange.
 *
 * @param left why it was not played; null where it was
 * @param unnamed places that differ and should not
 * @param named the differences that are meant and were met, each with the places whose value its
 *     rule leaves open
 */
record Outcome(
        Exchange exchange, String left, boolean counts, List<Deviation> unnamed, Map<String, List<Deviation>> named) {

    static Outcome played(Exchange exchange, List<Deviation> unnamed, Map<String, List<Deviation>> named) {
        return new Outcome(exchange, null, true, unnamed, named);
    }

    static Outcome notServed(Exchange exchange, String why) {
        return new Outcome(exchange, why, false, List.of(), Map.of());
    }

    static Outcome skipped(Exchange exchange) {
        return new Outcome(exchange, null, false, List.of(), Map.of());
    }

    boolean isEqual() {
        return counts && unnamed.isEmpty();
    }
}
