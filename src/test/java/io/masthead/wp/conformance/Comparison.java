package io.masthead.wp.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds every place at which our answer differs from the recorded one: status, headers that clients
 * read, and the body field by field. The order of fields does not count, that of lists does.
 *
 * <p>{@code Vary} and {@code Expires} are not compared: what may be kept, and for whom, is said by
 * {@code Cache-Control}. Where WordPress sends none of it we may; where it forbids keeping, so must
 * we. Of pages of HTML only the headers are compared: we have no themes.
 */
final class Comparison {

    /** Whole where WordPress sends it, and without scheme and host where we do. */
    private static final String LOCATION = "Location";

    /** Sent by both or by neither, and alike. */
    private static final List<String> LIKE =
            List.of("Content-Type", "Allow", "X-WP-Total", "X-WP-TotalPages", "Link", LOCATION);

    /** Sent alike where WordPress sends them. */
    private static final List<String> AT_LEAST = List.of(
            "X-Robots-Tag",
            "X-Content-Type-Options",
            "Access-Control-Expose-Headers",
            "Access-Control-Allow-Headers",
            "Access-Control-Allow-Origin",
            "Access-Control-Allow-Methods",
            "Access-Control-Allow-Credentials");

    /** Sent where WordPress sends them, whatever they say. */
    private static final List<String> PRESENT = List.of("ETag", "Last-Modified");

    private final Equivalence equivalence;
    private final NotServed notServed;

    Comparison(Equivalence equivalence, NotServed notServed) {
        this.equivalence = equivalence;
        this.notServed = notServed;
    }

    List<Deviation> compare(Exchange exchange, Answer answer) {
        return new Reading(Things.ofRoute(exchange.path())).of(exchange, answer);
    }

    private final class Reading {

        private final Things holder;
        private final List<Deviation> found = new ArrayList<>();

        Reading(Things holder) {
            this.holder = holder;
        }

        List<Deviation> of(Exchange exchange, Answer answer) {
            if (exchange.status() != answer.status()) {
                differ("status", "" + exchange.status(), "" + answer.status());
            }
            headers(exchange, answer.headers());
            body(exchange, answer);
            return found;
        }

        private void headers(Exchange exchange, Map<String, String> ours) {
            var theirs = exchange.headers();
            for (var name : LIKE) {
                header(name, theirs.get(name), ours.get(name));
            }
            for (var name : AT_LEAST) {
                if (theirs.containsKey(name)) {
                    header(name, theirs.get(name), ours.get(name));
                }
            }
            for (var name : PRESENT) {
                if (theirs.containsKey(name) && !ours.containsKey(name)) {
                    differ("header " + name, theirs.get(name), Deviation.ABSENT);
                }
            }
            if (theirs.getOrDefault("Cache-Control", "").contains("no-store")
                    && !ours.getOrDefault("Cache-Control", "").contains("no-store")) {
                differ(
                        "header Cache-Control",
                        theirs.get("Cache-Control"),
                        ours.getOrDefault("Cache-Control", Deviation.ABSENT));
            }
        }

        private void header(String name, String theirs, String ours) {
            if (theirs == null && ours == null) {
                return;
            }
            if (theirs == null || ours == null || !sameHeader(name, theirs, ours)) {
                differ(
                        "header " + name,
                        theirs == null ? Deviation.ABSENT : theirs,
                        ours == null ? Deviation.ABSENT : ours);
            }
        }

        private boolean sameHeader(String name, String theirs, String ours) {
            return switch (name) {
                case "Content-Type" -> mediaType(theirs).equals(mediaType(ours));
                case LOCATION -> equivalence.same(holder, path(theirs), ours);
                default -> equivalence.same(holder, theirs, ours);
            };
        }

        private static String path(String address) {
            return address.replaceFirst("^https?://[^/]+", "");
        }

        private static String mediaType(String header) {
            return header.toLowerCase(Locale.ROOT).replace(" ", "");
        }

        private void body(Exchange exchange, Answer answer) {
            var theirs = exchange.answer();
            var ours = answer.body();
            if (exchange.headers().getOrDefault("Content-Type", "").startsWith("text/html")) {
                return;
            }
            if (theirs.isNull() || theirs.isMissingNode()) {
                if (!ours.isMissingNode()) {
                    differ("body", Deviation.ABSENT, ours.toString());
                }
                return;
            }
            if (theirs.path("__text").asText().startsWith("<")
                    && ours.path("__text").asText().startsWith("<")) {
                values("body", "", Xml.tree(theirs), Xml.tree(ours));
                return;
            }
            values("body", "", theirs, ours);
        }

        private void values(String place, String field, JsonNode theirs, JsonNode ours) {
            if (theirs.isObject() && ours.isObject()) {
                fields(place, theirs, ours);
            } else if (theirs.isArray() && ours.isArray()) {
                items(place, field, theirs, ours);
            } else if (place.endsWith(".headers." + LOCATION) && theirs.isTextual()) {
                if (!equivalence.same(holder, path(theirs.asText()), ours.asText(""))) {
                    differ(place, text(theirs), text(ours));
                }
            } else if (theirs.isMissingNode()
                    || ours.isMissingNode()
                    || !equivalence.same(field, holder, theirs, ours)) {
                differ(place, text(theirs), text(ours));
            }
        }

        private void fields(String place, JsonNode theirs, JsonNode ours) {
            Set<String> names = new LinkedHashSet<>();
            theirs.fieldNames().forEachRemaining(names::add);
            ours.fieldNames().forEachRemaining(names::add);
            for (var name : names) {
                if (!ours.has(name) && notServed.isRoute(name)) {
                    continue;
                }
                values(place + "." + name, name, theirs.path(name), ours.path(name));
            }
        }

        private void items(String place, String field, JsonNode theirs, JsonNode ours) {
            if (theirs.size() != ours.size()) {
                differ(place + ".length", "" + theirs.size(), "" + ours.size());
            }
            for (int i = 0; i < Math.min(theirs.size(), ours.size()); i++) {
                values(place + "[" + i + "]", field, theirs.get(i), ours.get(i));
            }
        }

        private void differ(String place, String theirs, String ours) {
            found.add(new Deviation(place, theirs, ours));
        }
    }

    private static String text(JsonNode value) {
        return value instanceof MissingNode ? Deviation.ABSENT : value.toString();
    }
}
