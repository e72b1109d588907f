package io.masthead.wp.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Leaves out of a change what only repeats the answer. Clients read a thing whole, change one field
 * and send all of it back, although WordPress shows much in another form than it takes: a status
 * that cannot be chosen, an address that is empty, a date whose hour happens twice, Markdown as
 * text. Whether a value that is taken changes anything is decided by the core.
 */
final class Unchanged {

    private Unchanged() {}

    /**
     * What of it is asked for. What must be sent, and what a default would replace, stays.
     *
     * @param shown the thing as it is shown to who may edit it
     * @param fixed the names of what the path says
     */
    static Map<String, Object> without(
            Map<String, Schema> arguments, Map<String, Object> sent, Map<?, ?> shown, Set<String> fixed) {
        var changed = new LinkedHashMap<String, Object>();
        sent.forEach((name, value) -> {
            var schema = arguments.get(name);
            if (schema == null
                    || schema.isRequired()
                    || schema.has("default")
                    || fixed.contains(name)
                    || !shown.containsKey(name)
                    || !isSame(schema, value, shown.get(name))) {
                changed.put(name, value);
            }
        });
        return changed;
    }

    private static boolean isSame(Schema schema, Object sent, Object shown) {
        if (shown instanceof Map<?, ?> parts) {
            return sent instanceof Map<?, ?> given
                    ? given.entrySet().stream().allMatch(part -> isSamePart(schema, part, parts))
                    : parts.get("raw") instanceof String raw && raw.equals(sent);
        }
        if (shown instanceof List<?> list) {
            return isSameList(sent, list);
        }
        return Objects.equals(sent, shown)
                || (isScalar(sent) && isScalar(shown) && sent.toString().equals(shown.toString()));
    }

    /** What only the server says of it is not asked for, whatever is sent. */
    private static boolean isSamePart(Schema schema, Map.Entry<?, ?> part, Map<?, ?> shown) {
        var property = schema.properties().get(String.valueOf(part.getKey()));
        return (property != null && property.isReadonly())
                || (shown.containsKey(part.getKey())
                        && isSame(
                                property == null ? Schema.any() : property, part.getValue(), shown.get(part.getKey())));
    }

    /** PHP shows an object without anything in it as a list. */
    private static boolean isSameList(Object sent, List<?> shown) {
        if (sent instanceof Map<?, ?> parts) {
            return parts.isEmpty() && shown.isEmpty();
        }
        if (!(sent instanceof List<?> list) || list.size() != shown.size()) {
            return false;
        }
        for (int i = 0; i < list.size(); i++) {
            if (!isSame(Schema.any(), list.get(i), shown.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isScalar(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }
}
