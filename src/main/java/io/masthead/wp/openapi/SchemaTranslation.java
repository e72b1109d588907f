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

    /** Those that mean the same in both. */
    private static final Set<String> SHARED =
            Set.of(
                    "type",
                    "description",
                    "format",
                    "enum",
                    "minimum",
                    "maximum",
                    "minLength",
                    "maxLength",
                    "pattern",
                    "minItems",
                    "maxItems");

    private SchemaTranslation() {}

    /** What a request may send. */
    static Map<String, Object> ofArgument(Schema argument) {
        var translated = translated(argument.toJson(), true);
        if (translated.get("default") instanceof String && !translated.containsKey("oneOf")) {
            translated.putIfAbsent("type", "string");
        }
        return argument.takesNull() ? orNull(translated) : translated;
    }

    /** What requests send together; without those that the address holds. */
    static Map<String, Object> ofArguments(Map<String, Schema> arguments, Set<String> variables) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        arguments.forEach(
                (name, argument) -> {
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
            fields.forEach((name, field) -> properties.put((String) name, field));
        }
        properties.put("_links", free("Addresses of what belongs to it, by relation."));
        properties.put("_embedded", free("What lies there, where `_embed` asks for it."));
        translated.put("properties", properties);
        return translated;
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
        if (schema.get("enum") instanceof List<?> values) {
            var more = new ArrayList<Object>(values);
            more.add(null);
            schema.put("enum", more);
        }
        return schema;
    }

    private static Map<String, Object> translated(Map<?, ?> schema, boolean sent) {
        var translated = new LinkedHashMap<String, Object>();
        schema.forEach(
                (key, value) -> {
                    var keyword = (String) key;
                    if (SHARED.contains(keyword)) {
                        translated.put(keyword, value);
                    } else if (value instanceof Map<?, ?> below
                            && (keyword.equals("items")
                                    || keyword.equals("additionalProperties"))) {
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
                    } else if (sent && keyword.equals("default") && value != null) {
                        translated.put(keyword, value);
                    } else if (!sent && keyword.equals("readonly")) {
                        translated.put("readOnly", value);
                    }
                });
        if (isList(translated.get("type"))) {
            translated.putIfAbsent("items", Map.of());
        }
        return translated;
    }

    private static boolean isList(Object type) {
        return "array".equals(type) || (type instanceof List<?> types && types.contains("array"));
    }

    private static void putProperties(
            Map<String, Object> translated, Map<?, ?> properties, boolean sent) {
        var below = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        properties.forEach(
                (name, property) -> {
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
