package io.masthead.wp.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What requests call by a name: ids of the seed, and what earlier answers told. */
final class Names {

    private static final Pattern NAME = Pattern.compile("\\{\\{([^}]+)}}");

    private final Map<String, JsonNode> values;
    private final Set<String> unknown = new HashSet<>();

    Names(Map<String, JsonNode> seeded) {
        this.values = new HashMap<>(seeded);
    }

    /**
     * Learns what an exchange tells, from our answer, or else from the recorded one, so that what
     * follows asks for something that is not there.
     */
    void learn(Exchange exchange, JsonNode ours) {
        exchange.saves().forEach((name, path) -> {
            var value = at(ours, path);
            values.put(name, value.isMissingNode() ? at(exchange.answer(), path) : value);
        });
    }

    /** From now on no request can be made that uses what this exchange would have told. */
    void doWithout(Exchange exchange) {
        unknown.addAll(exchange.saves().keySet());
    }

    /** A name that the request uses and that nothing was learned for. */
    Optional<String> missing(Exchange exchange) {
        var used = NAME.matcher(exchange.line().toString());
        return used.results()
                .map(found -> found.group(1))
                .filter(unknown::contains)
                .findFirst();
    }

    String fill(String template) {
        return NAME.matcher(template)
                .replaceAll(
                        found -> Matcher.quoteReplacement(value(found.group(1)).asText()));
    }

    /** A text that is nothing but a name becomes what the name stands for, with its type. */
    JsonNode fill(JsonNode template) {
        if (template.isTextual()) {
            var whole = NAME.matcher(template.asText());
            return whole.matches() ? value(whole.group(1)) : JsonNodeFactory.instance.textNode(fill(template.asText()));
        }
        if (template.isArray()) {
            var filled = JsonNodeFactory.instance.arrayNode();
            template.forEach(item -> filled.add(fill(item)));
            return filled;
        }
        if (template.isObject()) {
            var filled = JsonNodeFactory.instance.objectNode();
            template.properties().forEach(field -> filled.set(fill(field.getKey()), fill(field.getValue())));
            return filled;
        }
        return template;
    }

    private JsonNode value(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("Nothing is called " + name);
        }
        return value;
    }

    private static JsonNode at(JsonNode answer, String path) {
        var at = answer;
        for (var step : path.split("\\.", -1)) {
            at = step.matches("\\d+") ? at.path(Integer.parseInt(step)) : at.path(step);
        }
        return at.isValueNode() && !at.isNull() ? at : MissingNode.getInstance();
    }
}
