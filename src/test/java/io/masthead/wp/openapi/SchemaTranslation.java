package io.masthead.wp.openapi;

import io.masthead.wp.rest.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * WordPress' schemas are JSON Schema's draft 4 with words of their own; OpenAPI 3.1 takes draft
 * 2020-12.
 */
final class SchemaTranslation {

    private static final String CHOICE = "anyOf";

    /** As times are shown, in the time of the site or, where the name ends in gmt, in UTC. */
    private static final String TIME = "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}" + "([+-]\\d{2}:\\d{2})?$";

    /** What is shown as null where there is none, whatever WordPress' own schema says. */
    private static final Set<String> NULLABLE = Set.of("post", "site_logo", "date", "date_gmt");

    /** What is shown may be other words than those that can be sent. */
    private static final Set<String> WIDER = Set.of("type", "locale");

    /** Where a thing can be in its life that nobody can write it into. */
    private static final List<String> NEVER_SENT = List.of("trash", "inherit");

    /** Those that mean the same in both. */
    private static final Set<String> SHARED = Set.of(
            "type", "description", "minimum", "maximum", "minLength", "maxLength", "pattern", "minItems", "maxItems");

    private SchemaTranslation() {}

    /** What a request may send. */
    static Map<String, Object> ofArgument(Schema argument) {
        var translated = translated(argument.toJson(), true);
        if (!translated.containsKey("oneOf") && !translated.containsKey(CHOICE)) {
            if (translated.get("default") instanceof String) {
                translated.putIfAbsent("type", "string");
            } else if (translated.get("default") instanceof Number) {
                translated.putIfAbsent("type", "integer");
            }
        }
        return argument.takesNull() ? orNull(translated) : translated;
    }

    /** What requests send together; without those that the address holds. */
    static Map<String, Object> ofArguments(Map<String, Schema> arguments, Set<String> variables) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        arguments.forEach((name, argument) -> {
            if (!variables.contains(name)) {
                properties.put(name, described(name, ofArgument(argument)));
                if (argument.isRequired()) {
                    required.add(name);
                }
            }
        });
        var object = new LinkedHashMap<String, Object>();
        object.put("type", "object");
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        object.put("properties", properties);
        return object;
    }

    /** What an answer shows of one thing; which fields those are depends on the context. */
    static Map<String, Object> ofResource(Map<String, Object> document) {
        var translated = translated(document, false);
        var properties = new LinkedHashMap<String, Object>();
        if (translated.get("properties") instanceof Map<?, ?> fields) {
            fields.forEach((name, field) -> properties.put((String) name, shown(name, field)));
        }
        properties.put("_links", free("Addresses of what belongs to it, by relation."));
        properties.put("_embedded", free("What lies there, where `_embed` asks for it."));
        translated.put("properties", properties);
        return translated;
    }

    /** Where what is shown goes beyond what can be sent, of which the fields are declared. */
    private static Object shown(Object name, Object field) {
        var schema = (Map<?, ?>) field;
        if (name.equals("meta")) {
            // PHP shows an object without fields as a list.
            return Components.ordered(
                    "description",
                    schema.get("description"),
                    CHOICE,
                    List.of(
                            Components.ordered("type", "object", "additionalProperties", true),
                            Components.ordered("type", "array", "items", Map.of(), "maxItems", 0)));
        }
        if (name.equals("image_quality")) {
            return free(String.valueOf(schema.get("description"))); // has a list in it where PHP means an object
        }
        if (NULLABLE.contains(name) && schema.get("type") instanceof String type) {
            return with(schema, "type", List.of(type, "null"));
        }
        if (WIDER.contains(name) && schema.containsKey("enum")) {
            var any = with(schema, "type", "string");
            any.remove("enum");
            return any;
        }
        if (name.equals("status") && schema.get("enum") instanceof List<?> settable) {
            var values = new ArrayList<Object>(settable);
            values.addAll(NEVER_SENT);
            return with(schema, "enum", values);
        }
        return field;
    }

    private static Map<String, Object> with(Map<?, ?> schema, String keyword, Object value) {
        var changed = new LinkedHashMap<String, Object>();
        schema.forEach((key, old) -> changed.put((String) key, old));
        changed.put(keyword, value);
        return changed;
    }

    private static Map<String, Object> free(String description) {
        var object = new LinkedHashMap<String, Object>();
        object.put("type", "object");
        object.put("description", description);
        object.put("additionalProperties", true);
        return object;
    }

    /** Every part says what it is, if only its name. */
    static Map<String, Object> described(String name, Map<String, Object> schema) {
        schema.putIfAbsent("description", "The " + name.replace('_', ' ').strip() + ".");
        return schema;
    }

    private static Map<String, Object> orNull(Map<String, Object> schema) {
        if (schema.get("type") instanceof String type) {
            schema.put("type", List.of(type, "null"));
        }
        if (schema.get(CHOICE) instanceof List<?> choices) {
            var more = new ArrayList<Object>(choices);
            more.add(Map.of("type", "null"));
            schema.put(CHOICE, more);
        }
        if (schema.get("enum") instanceof List<?> values) {
            var more = new ArrayList<Object>(values);
            more.add(null);
            schema.put("enum", more);
        }
        return schema;
    }

    private static Map<String, Object> translated(Map<?, ?> schema, boolean sent) {
        var translated = new LinkedHashMap<String, Object>();
        schema.forEach((key, value) -> {
            var keyword = (String) key;
            if (SHARED.contains(keyword)) {
                translated.put(keyword, value);
            } else if (value instanceof Map<?, ?> below
                    && (keyword.equals("items") || keyword.equals("additionalProperties"))) {
                translated.put(keyword, translated(below, sent));
            } else if (keyword.equals("additionalProperties")) {
                translated.put(keyword, value);
            } else if (value instanceof Map<?, ?> below && keyword.equals("properties")) {
                putProperties(translated, below, sent);
            } else if (value instanceof List<?> list && keyword.equals("oneOf")) {
                translated.put(
                        keyword,
                        list.stream()
                                .map(one -> translated((Map<?, ?>) one, sent))
                                .toList());
            } else if (keyword.equals("format")) {
                putFormat(translated, (String) value, sent);
            } else if (keyword.equals("enum")) {
                translated.put(keyword, values(value));
            } else if (sent && keyword.equals("default") && value != null) {
                translated.put(keyword, value);
            } else if (!sent && keyword.equals("readonly")) {
                translated.put("readOnly", value);
            }
        });
        if (isList(translated.get("type"))) {
            translated.putIfAbsent("items", Map.of());
        }
        mendDefault(translated);
        splitTypes(translated);
        return translated;
    }

    /** Generators know no list of types but of one and null. */
    private static void splitTypes(Map<String, Object> schema) {
        if (!(schema.get("type") instanceof List<?> types)
                || types.stream().filter(type -> !"null".equals(type)).count() < 2) {
            return;
        }
        schema.remove("type");
        var items = schema.remove("items");
        var properties = schema.remove("properties");
        var others = schema.remove("additionalProperties");
        if (schema.containsKey("oneOf")) {
            return;
        }
        var choices = new ArrayList<Object>();
        for (var type : types) {
            var choice = new LinkedHashMap<String, Object>();
            choice.put("type", type);
            if ("array".equals(type)) {
                choice.put("items", items);
            } else if ("object".equals(type)) {
                putIfThere(choice, "properties", properties);
                putIfThere(choice, "additionalProperties", others);
            }
            choices.add(choice);
        }
        schema.put(CHOICE, choices);
    }

    private static void putIfThere(Map<String, Object> schema, String keyword, Object value) {
        if (value != null) {
            schema.put(keyword, value);
        }
    }

    /**
     * WordPress' formats say less than JSON Schema's: times have no zone where they are shown and
     * need none where they are sent, and an empty text stands for what is not there.
     */
    private static void putFormat(Map<String, Object> translated, String format, boolean sent) {
        switch (format) {
            case "date-time" -> {
                if (!sent) {
                    translated.put("pattern", TIME);
                }
            }
            case "uri" -> translated.put("format", "uri-reference");
            case "email", "ip" -> {
                // Empty for who has none.
            }
            default -> translated.put("format", format);
        }
    }

    /** PHP keeps the keys of a list that was filtered, and shows it as an object. */
    private static List<?> values(Object enumeration) {
        return enumeration instanceof Map<?, ?> keyed ? List.copyOf(keyed.values()) : (List<?>) enumeration;
    }

    /** WordPress reads its defaults as leniently as requests: one value for a list, and so on. */
    private static void mendDefault(Map<String, Object> schema) {
        var value = schema.get("default");
        if (value == null) {
            return;
        }
        if ("array".equals(schema.get("type")) && !(value instanceof List)) {
            schema.put("default", List.of(value));
        } else if ("object".equals(schema.get("type")) && value instanceof List) {
            schema.put("default", Map.of());
        } else if (schema.get("enum") instanceof List<?> values && !values.contains(value)) {
            schema.remove("default");
        }
    }

    private static boolean isList(Object type) {
        return "array".equals(type) || (type instanceof List<?> types && types.contains("array"));
    }

    private static void putProperties(Map<String, Object> translated, Map<?, ?> properties, boolean sent) {
        var below = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        properties.forEach((name, property) -> {
            var one = (Map<?, ?>) property;
            below.put((String) name, described((String) name, translated(one, sent)));
            if (sent && Boolean.TRUE.equals(one.get("required"))) {
                required.add((String) name);
            }
        });
        if (!required.isEmpty()) {
            translated.put("required", required);
        }
        translated.put("properties", below);
    }
}
