package io.masthead.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Holds values to the schemas of a document: those keywords of JSON Schema 2020-12 that our
 * documents use. Formats are checked too, since generated clients parse by them.
 */
final class DocumentedSchema {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private final ApiDocument document;
    private final boolean whole;
    private final List<String> faults = new ArrayList<>();

    /**
     * @param whole whether what is required must be there, which a client can choose against
     */
    private DocumentedSchema(ApiDocument document, boolean whole) {
        this.document = document;
        this.whole = whole;
    }

    static List<String> faults(ApiDocument document, JsonNode schema, JsonNode value, boolean whole) {
        var check = new DocumentedSchema(document, whole);
        check.check("", schema, value);
        return check.faults;
    }

    private void check(String at, JsonNode given, JsonNode value) {
        var schema = document.resolved(given);
        for (var part : schema.path("allOf")) {
            check(at, part, value);
        }
        if (schema.has("anyOf") && fitting(schema.path("anyOf"), value) == 0) {
            fault(at, "none of anyOf fits", value);
        }
        if (schema.has("oneOf") && fitting(schema.path("oneOf"), value) != 1) {
            fault(at, "not just one of oneOf fits", value);
        }
        if (schema.has("type") && !isOfType(schema.path("type"), value)) {
            fault(at, "is not " + schema.path("type"), value);
            return;
        }
        if (schema.has("enum")
                && StreamSupport.stream(schema.path("enum").spliterator(), false)
                        .noneMatch(value::equals)) {
            fault(at, "is not in " + schema.path("enum"), value);
        }
        if (value.isTextual()) {
            checkText(at, schema, value.textValue());
        } else if (value.isNumber()) {
            checkNumber(at, schema, value);
        } else if (value.isArray()) {
            checkList(at, schema, value);
        } else if (value.isObject()) {
            checkObject(at, schema, value);
        }
    }

    private long fitting(JsonNode schemas, JsonNode value) {
        return StreamSupport.stream(schemas.spliterator(), false)
                .filter(one -> faults(document, one, value, whole).isEmpty())
                .count();
    }

    private static boolean isOfType(JsonNode types, JsonNode value) {
        if (types.isArray()) {
            return StreamSupport.stream(types.spliterator(), false).anyMatch(type -> isOfType(type, value));
        }
        return switch (types.asText()) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> throw new IllegalStateException("No type " + types);
        };
    }

    private void checkText(String at, JsonNode schema, String text) {
        int length = text.codePointCount(0, text.length());
        if (length < schema.path("minLength").asInt(0)
                || length > schema.path("maxLength").asInt(Integer.MAX_VALUE)) {
            fault(at, "has " + length + " characters", text);
        }
        if (schema.has("pattern")
                && !PATTERNS.computeIfAbsent(schema.path("pattern").asText(), Pattern::compile)
                        .matcher(text)
                        .find()) {
            fault(at, "does not match " + schema.path("pattern"), text);
        }
        if (!isOfFormat(schema.path("format").asText(), text)) {
            fault(at, "is no " + schema.path("format"), text);
        }
    }

    private static boolean isOfFormat(String format, String text) {
        try {
            return switch (format) {
                case "date-time" -> OffsetDateTime.parse(text) != null;
                case "uri" -> new URI(text).isAbsolute();
                case "uri-reference" -> new URI(text) != null;
                case "email" -> text.matches("[^@\\s]+@[^@\\s]+");
                case "uuid" -> UUID.matcher(text).matches();
                case "ipv4" -> text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
                case "ipv6" -> text.matches("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
                case "", "binary", "password", "int64" -> true;
                default -> false;
            };
        } catch (DateTimeException | URISyntaxException e) {
            return false;
        }
    }

    private void checkNumber(String at, JsonNode schema, JsonNode value) {
        var number = value.decimalValue();
        if ((schema.has("minimum") && number.compareTo(schema.path("minimum").decimalValue()) < 0)
                || (schema.has("maximum")
                        && number.compareTo(schema.path("maximum").decimalValue()) > 0)) {
            fault(at, "is out of range", value);
        }
    }

    private void checkList(String at, JsonNode schema, JsonNode list) {
        if (list.size() < schema.path("minItems").asInt(0)
                || list.size() > schema.path("maxItems").asInt(Integer.MAX_VALUE)) {
            fault(at, "has " + list.size() + " items", "");
        }
        if (schema.has("items")) {
            list.forEach(item -> check(at + "/*", schema.path("items"), item));
        }
    }

    private void checkObject(String at, JsonNode schema, JsonNode object) {
        if (whole) {
            for (var name : schema.path("required")) {
                if (!object.has(name.asText())) {
                    fault(at, "lacks " + name, "");
                }
            }
        }
        var properties = schema.path("properties");
        var others = schema.path("additionalProperties");
        object.properties().forEach(one -> {
            var path = at + "/" + one.getKey();
            if (properties.has(one.getKey())) {
                check(path, properties.path(one.getKey()), one.getValue());
            } else if (others.isObject()) {
                check(path, others, one.getValue());
            } else if (isClosed(schema)) {
                fault(path, "is not documented", one.getValue());
            }
        });
    }

    /** What names its properties and does not say that there are others has no others. */
    private static boolean isClosed(JsonNode schema) {
        var others = schema.path("additionalProperties");
        return others.isBoolean() ? !others.booleanValue() : schema.has("properties");
    }

    private void fault(String at, String what, Object value) {
        var shown = value.toString();
        faults.add(at + " " + what + ": " + shown.substring(0, Math.min(60, shown.length())));
    }
}
