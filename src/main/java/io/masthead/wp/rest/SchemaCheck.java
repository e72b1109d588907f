package io.masthead.wp.rest;

import io.masthead.text.EmailAddresses;
import io.masthead.text.TextRules;
import io.netty.util.NetUtil;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Decides whether a value fits a schema, in the words WordPress has for each misfit, and gives it
 * the type that the schema names: parameters of a query are all text.
 */
final class SchemaCheck {

    /** More is in no list that anybody means, and each costs time. */
    private static final long MAX_ITEMS = 1_000;

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9.]+([eE][+-]?\\d{1,2})?");

    private static final Set<String> TRUE = Set.of("1", "true");
    private static final Set<String> FALSE = Set.of("0", "false");

    private SchemaCheck() {}

    /**
     * @param name what the sentence calls the value, as in {@code include[0]}
     */
    static Object check(String name, Schema schema, Object value) throws ParameterFault {
        if (schema.has("oneOf")) {
            return oneOf(name, choices(schema), value);
        }
        if (schema.types().isEmpty()) {
            return requireListed(name, schema, value);
        }
        var type = schema.types().stream()
                .filter(candidate -> fits(candidate, value))
                .findFirst()
                .orElse(null);
        if (type == null) {
            throw new ParameterFault(
                    "rest_invalid_type",
                    name + " is not of type " + String.join(",", schema.types()) + ".",
                    Map.of("param", name));
        }
        return switch (type) {
            case "array" -> array(name, schema, list(value));
            case "object" -> object(name, schema, map(value));
            case "string" -> string(name, schema, (String) value);
            case "integer" -> number(name, schema, whole(value));
            case "number" -> number(name, schema, decimal(value));
            case "boolean" -> requireListed(name, schema, bool(value));
            default -> null;
        };
    }

    private static boolean fits(String type, Object value) {
        return switch (type) {
            case "array" -> value instanceof List || isScalar(value);
            case "object" ->
                value instanceof Map || "".equals(value) || (value instanceof List<?> list && list.isEmpty());
            case "string" -> value instanceof String;
            case "integer" -> decimal(value) != null && whole(value) != null;
            case "number" -> decimal(value) != null;
            case "boolean" -> bool(value) != null;
            case "null" -> value == null;
            default -> throw new IllegalStateException("No type " + type);
        };
    }

    private static boolean isScalar(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    /** Text is a list too: its words, between commas or blanks. */
    private static List<?> list(Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        var words = new ArrayList<String>();
        for (var word : value.toString().split("[\\s,]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<Object> array(String name, Schema schema, List<?> values) throws ParameterFault {
        // Before they are looked at, since that costs.
        long most = schema.keyword("maxItems", MAX_ITEMS);
        long least = schema.keyword("minItems", 0L);
        if (values.size() < least) {
            throw new ParameterFault(
                    "rest_too_few_items",
                    "%s must contain at least %d item%s.".formatted(name, least, least == 1 ? "" : "s"),
                    null);
        }
        if (values.size() > most) {
            throw new ParameterFault(
                    "rest_too_many_items",
                    "%s must contain at most %d item%s.".formatted(name, most, most == 1 ? "" : "s"),
                    null);
        }
        var items = schema.keyword("items", Schema.any());
        var checked = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            checked.add(check(name + "[" + i + "]", items, values.get(i)));
        }
        return checked;
    }

    private static Map<String, Object> object(String name, Schema schema, Map<?, ?> values) throws ParameterFault {
        var properties = schema.properties();
        for (var required : schema.requiredProperties()) {
            if (!values.containsKey(required)) {
                throw new ParameterFault(
                        "rest_property_required", required + " is a required property of " + name + ".", null);
            }
        }
        var checked = new LinkedHashMap<String, Object>();
        for (var entry : values.entrySet()) {
            var key = String.valueOf(entry.getKey());
            var property = properties.get(key);
            if (property != null) {
                checked.put(key, check(name + "[" + key + "]", property, entry.getValue()));
            } else if (Boolean.FALSE.equals(schema.keyword("additionalProperties", null))) {
                throw new ParameterFault(
                        "rest_additional_properties_forbidden", key + " is not a valid property of Object.", null);
            } else {
                checked.put(key, entry.getValue());
            }
        }
        properties.forEach((key, property) -> {
            if (property.has("default")) {
                checked.putIfAbsent(key, property.defaultValue());
            }
        });
        return checked;
    }

    private static Object string(String name, Schema schema, String value) throws ParameterFault {
        long least = schema.keyword("minLength", 0L);
        if (value.codePointCount(0, value.length()) < least) {
            throw new ParameterFault(
                    "rest_too_short",
                    "%s must be at least %d character%s long.".formatted(name, least, least == 1 ? "" : "s"),
                    null);
        }
        if (!TextRules.isStorable(value)) {
            throw new ParameterFault("rest_invalid_param", name + " has characters that are no text.", null);
        }
        requireFormat(name, schema.keyword("format", ""), value);
        return requireListed(name, schema, value);
    }

    private static void requireFormat(String name, String format, String value) throws ParameterFault {
        switch (format) {
            case "date-time" -> {
                try {
                    WpDates.parse(value);
                } catch (DateTimeException e) {
                    throw new ParameterFault("rest_invalid_date", "Invalid date.", null);
                }
            }
            case "email" -> {
                if (!EmailAddresses.isValid(value)) {
                    throw new ParameterFault("rest_invalid_email", "Invalid email address.", null);
                }
            }
            case "ip" -> {
                if (!isIp(value)) {
                    throw new ParameterFault("rest_invalid_ip", name + " is not a valid IP address.", null);
                }
            }
            case "uuid" -> {
                if (!isUuid(value)) {
                    throw new ParameterFault("rest_invalid_uuid", name + " is not a valid UUID.", null);
                }
            }
            default -> {
                // A URL, for example, is cleaned where it is stored, not refused.
            }
        }
    }

    private static boolean isIp(String value) {
        return NetUtil.isValidIpV4Address(value) || NetUtil.isValidIpV6Address(value);
    }

    private static boolean isUuid(String value) {
        try {
            return UUID.fromString(value).toString().equals(value.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Object number(String name, Schema schema, BigDecimal value) throws ParameterFault {
        Long least = schema.keyword("minimum", null);
        Long most = schema.keyword("maximum", null);
        boolean above = schema.keyword("exclusiveMinimum", false);
        boolean below = schema.keyword("exclusiveMaximum", false);
        var tooSmall = least != null && value.compareTo(BigDecimal.valueOf(least)) < (above ? 1 : 0);
        var tooLarge = most != null && value.compareTo(BigDecimal.valueOf(most)) > (below ? -1 : 0);
        if (tooSmall || tooLarge) {
            throw new ParameterFault("rest_out_of_bounds", name + bounds(least, above, most, below), null);
        }
        return requireListed(name, schema, plain(value));
    }

    private static String bounds(Long least, boolean above, Long most, boolean below) {
        if (least == null) {
            return (below ? " must be less than " : " must be less than or equal to ") + most;
        }
        return most == null
                ? (above ? " must be greater than " : " must be greater than or equal to ") + least
                : " must be between %d (%s) and %d (%s)".formatted(least, inclusion(above), most, inclusion(below));
    }

    private static String inclusion(boolean exclusive) {
        return exclusive ? "exclusive" : "inclusive";
    }

    /** Numbers beyond 64 bits are as good as none for ids: no row has them. */
    private static Object plain(BigDecimal value) {
        if (value.stripTrailingZeros().scale() > 0) {
            return value;
        }
        return value.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                ? Long.valueOf(value.signum() < 0 ? Long.MIN_VALUE + 1 : Long.MAX_VALUE)
                : Long.valueOf(value.longValue());
    }

    private static Object requireListed(String name, Schema schema, Object value) throws ParameterFault {
        var allowed = listed(schema.keyword("enum", null));
        if (allowed == null || allowed.contains(String.valueOf(value))) {
            return value;
        }
        throw new ParameterFault("rest_not_in_enum", notOneOf(name, allowed), null);
    }

    /** WordPress lists some by name too; null where anything is allowed. */
    private static List<String> listed(Object values) {
        if (values instanceof Map<?, ?> named) {
            return named.values().stream().map(String::valueOf).toList();
        }
        return values instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : null;
    }

    /** The sentence for a value that is none of those allowed. */
    static String notOneOf(String name, List<String> allowed) {
        return allowed.size() == 1
                ? name + " is not " + allowed.get(0) + "."
                : name + " is not one of " + enumeration(allowed) + ".";
    }

    private static String enumeration(List<String> words) {
        int last = words.size() - 1;
        return switch (words.size()) {
            case 0 -> "";
            case 1 -> words.get(0);
            case 2 -> words.get(0) + " and " + words.get(1);
            default -> String.join(", ", words.subList(0, last)) + ", and " + words.get(last);
        };
    }

    /** What holds for all of them is said once, beside them. */
    private static List<Schema> choices(Schema schema) {
        return schema.keyword("oneOf", List.<Schema>of()).stream()
                .map(choice -> shared("type", schema, choice))
                .map(choice -> shared("required", schema, choice))
                .toList();
    }

    private static Schema shared(String keyword, Schema schema, Schema choice) {
        return choice.has(keyword) || !schema.has(keyword)
                ? choice
                : choice.with(keyword, schema.keyword(keyword, null));
    }

    private static Object oneOf(String name, List<Schema> schemas, Object value) throws ParameterFault {
        var matching = new ArrayList<Integer>();
        var misfits = new LinkedHashMap<Integer, ParameterFault>();
        Object checked = null;
        for (int i = 0; i < schemas.size(); i++) {
            try {
                checked = check(name, schemas.get(i), value);
                matching.add(i);
            } catch (ParameterFault fault) {
                misfits.put(i, fault);
            }
        }
        if (matching.size() == 1) {
            return checked;
        }
        if (matching.isEmpty()) {
            throw noneMatches(name, schemas, misfits, value);
        }
        throw new ParameterFault(
                "rest_one_of_multiple_matches",
                "%s matches %s, but should match only one."
                        .formatted(
                                name,
                                enumeration(matching.stream()
                                        .map(i -> schemas.get(i).keyword("title", ""))
                                        .toList())),
                Map.of("positions", matching));
    }

    /** Names the one schema that was meant, where the kind of the value tells which. */
    private static ParameterFault noneMatches(
            String name, List<Schema> schemas, Map<Integer, ParameterFault> misfits, Object value) {
        var meant = misfits.keySet().stream()
                .filter(i -> schemas.get(i).has("title")
                        && schemas.get(i).types().stream().anyMatch(type -> fits(type, value)))
                .toList();
        if (meant.size() != 1) {
            return new ParameterFault(
                    "rest_no_matching_schema", name + " does not match any of the expected formats.", null);
        }
        var position = meant.get(0);
        return new ParameterFault(
                "rest_no_matching_schema",
                "%s is not a valid %s. Reason: %s"
                        .formatted(
                                name,
                                schemas.get(position).keyword("title", ""),
                                misfits.get(position).getMessage()),
                Map.of("position", position));
    }

    private static BigDecimal whole(Object value) {
        var number = decimal(value);
        return number.stripTrailingZeros().scale() > 0 ? null : number;
    }

    /** Null for what is no number. */
    private static BigDecimal decimal(Object value) {
        if (value instanceof Boolean || value instanceof Map || value instanceof List) {
            return null;
        }
        var text = String.valueOf(value).strip();
        // More digits are no number that anybody means, and cost time to compute with.
        if (text.isEmpty() || text.length() > 40 || !NUMBER.matcher(text).matches()) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Null for what is neither. */
    private static Boolean bool(Object value) {
        var word = String.valueOf(value).toLowerCase(Locale.ROOT);
        if (value == null || value instanceof Map || value instanceof List) {
            return null;
        }
        if (TRUE.contains(word)) {
            return true;
        }
        return FALSE.contains(word) ? false : null;
    }
}
