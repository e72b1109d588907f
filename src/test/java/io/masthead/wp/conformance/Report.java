package io.masthead.wp.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells people what came of the groups: a line each on the console, the rest in files. */
final class Report {

    private static final Path FOLDER = Path.of("target/conformance");
    private static final int SHOWN_PLACES = 15;
    private static final int SHOWN_LENGTH = 300;

    private final Map<String, Integer> named = new TreeMap<>();
    private int equal;
    private int played;

    void add(String group, List<Outcome> outcomes, Duration time, Names names) {
        long equalHere = outcomes.stream().filter(Outcome::isEqual).count();
        long playedHere = outcomes.stream().filter(Outcome::counts).count();
        long namedHere = outcomes.stream()
                .filter(one -> one.isEqual() && !one.named().isEmpty())
                .count();
        long notServed = outcomes.stream().filter(one -> one.left() != null).count();
        equal += (int) equalHere;
        played += (int) playedHere;
        outcomes.stream()
                .filter(Outcome::isEqual)
                .flatMap(one -> one.named().keySet().stream())
                .forEach(name -> named.merge(name, 1, Integer::sum));
        print("%-26s %4d of %4d exchanges equal, %d of them with a named difference;"
                        .formatted(group, equalHere, playedHere, namedHere)
                + " %d not served, %d skipped; %.1f s"
                        .formatted(notServed, outcomes.size() - playedHere - notServed, time.toMillis() / 1000.0));
        write(group, outcomes, names);
    }

    void close() {
        print("%-26s %4d of %4d exchanges equal (%.1f %%)"
                .formatted("all", equal, played, played == 0 ? 100.0 : 100.0 * equal / played));
        named.forEach((name, times) -> print("  named difference %s: %d".formatted(name, times)));
        print("What differs is in " + FOLDER.toAbsolutePath());
    }

    private static void write(String group, List<Outcome> outcomes, Names names) {
        var text = new StringBuilder();
        for (var one : outcomes) {
            if (one.left() != null) {
                text.append("%s NOT SERVED %s\n\n".formatted(one.exchange().id(), one.left()));
            } else if (!one.isEqual() && one.counts()) {
                describe(text, one, names);
            }
        }
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(group + ".txt"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void describe(StringBuilder text, Outcome one, Names names) {
        var exchange = one.exchange();
        text.append("%s as %s: %s %s  %s\n"
                .formatted(
                        exchange.id(),
                        exchange.role(),
                        exchange.method(),
                        Asking.target(exchange, names),
                        exchange.line().path("note").asText()));
        exchange.requestHeaders().forEach((name, value) -> text.append("  > %s: %s\n".formatted(name, value)));
        if (!exchange.body().isMissingNode()) {
            text.append("  > ").append(shortened(exchange.body().toString())).append('\n');
        }
        for (var deviation : one.unnamed().stream().limit(SHOWN_PLACES).toList()) {
            text.append("  %s\n    expected %s\n    actual   %s\n"
                    .formatted(deviation.place(), shortened(deviation.expected()), shortened(deviation.actual())));
        }
        if (one.unnamed().size() > SHOWN_PLACES) {
            text.append("  and %d more\n".formatted(one.unnamed().size() - SHOWN_PLACES));
        }
        text.append('\n');
    }

    /** Both values are cut alike, so the place at which they part must be early; mostly it is. */
    private static String shortened(String text) {
        return text.length() <= SHOWN_LENGTH ? text : text.substring(0, SHOWN_LENGTH) + "…";
    }

    static void print(String line) {
        System.out.println("conformance: " + line);
    }
}
