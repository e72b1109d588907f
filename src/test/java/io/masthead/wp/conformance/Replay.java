package io.masthead.wp.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Plays one group in the order in which it was recorded. */
final class Replay {

    private static final String GUESTS_COMMENT = "X-Lab-Anon-Comments";
    private static final String NO_FLOOD_CHECK = "X-Lab-NoFlood";

    private final Site site;
    private final Asking asking;
    private final Names names;
    private final Comparison comparison;
    private final NotServed notServed;
    private final List<Difference> differences;

    Replay(
            Site site,
            Asking asking,
            Names names,
            Comparison comparison,
            NotServed notServed,
            List<Difference> differences) {
        this.site = site;
        this.asking = asking;
        this.names = names;
        this.comparison = comparison;
        this.notServed = notServed;
        this.differences = differences;
    }

    List<Outcome> play(List<Exchange> group) {
        var outcomes = new ArrayList<Outcome>();
        for (var exchange : group) {
            outcomes.add(play(exchange));
        }
        return outcomes;
    }

    private Outcome play(Exchange exchange) {
        var why = notServed.why(exchange);
        if (why.isPresent()) {
            names.doWithout(exchange);
            return Outcome.notServed(exchange, why.get());
        }
        var missing = names.missing(exchange);
        if (missing.isPresent()) {
            names.doWithout(exchange);
            return Outcome.notServed(exchange, "It is about \"" + missing.get() + "\", which was not made.");
        }
        if (needsAnotherSite(exchange)) {
            names.doWithout(exchange);
            return Outcome.skipped(exchange);
        }
        site.allow(exchange.switches(GUESTS_COMMENT), !exchange.switches(NO_FLOOD_CHECK));
        var answer = asking.ask(exchange, names);
        var found = comparison.compare(exchange, answer);
        names.learn(exchange, answer.body());
        return judged(exchange, found);
    }

    private static boolean needsAnotherSite(Exchange exchange) {
        return exchange.requestHeaders().keySet().stream()
                .filter(Exchange::isSwitch)
                .anyMatch(name -> !name.equalsIgnoreCase(GUESTS_COMMENT) && !name.equalsIgnoreCase(NO_FLOOD_CHECK));
    }

    private Outcome judged(Exchange exchange, List<Deviation> found) {
        var used = new TreeMap<String, List<Deviation>>();
        var unnamed = new ArrayList<Deviation>();
        var concerning =
                differences.stream().filter(one -> one.concerns(exchange)).toList();
        for (var deviation : found) {
            var named = concerning.stream().filter(one -> one.covers(deviation)).findFirst();
            named.ifPresentOrElse(
                    one -> {
                        var open = used.computeIfAbsent(one.name(), name -> new ArrayList<>());
                        if (!one.fixes(deviation)) {
                            open.add(deviation);
                        }
                    },
                    () -> unnamed.add(deviation));
        }
        return Outcome.played(exchange, unnamed, used);
    }
}
