package io.masthead.wp.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a field or a parameter may hold, declared once: the check of requests, the index that
 * clients generate themselves from, and the OpenAPI document are all read off it. The keywords are
 * those of JSON Schema draft 4 that WordPress uses; schemas are written in files, see {@link
 * ResourceSchema}. Immutable.
 */
public final class Schema {

    /** The keywords of a field that an argument made from it does not carry. */
    private static final Set<String> NOT_OF_ARGUMENTS = Set.of("context", "readonly", "required");

    /** A check that no keyword can express. */
    @FunctionalInterface
    public interface Check {

        /**
         * @return what to go on with
         * @throws ParameterFault where the value is refused
         */
        Object check(String name, Object value, WpRequest request) throws ParameterFault;
    }

    private final Map<String, Object> keywords;
    private final Check check;
    private final boolean checkedByKeywords;
    private final Predicate<Object> takenAsIs;

    private Schema(Map<String, Object> keywords, Check check, boolean byKeywords, Predicate<Object> takenAsIs) {
        this.keywords = keywords;
        this.check = check;
        this.checkedByKeywords = byKeywords;
        this.takenAsIs = takenAsIs;
    }

    /**
     * @param json as WordPress shows it
     */
    public static Schema of(Map<?, ?> json) {
        var schema = any();
        for (var keyword : json.entrySet()) {
            schema = schema.with((String) keyword.getKey(), keyword.getValue());
        }
        return schema;
    }

    public static Schema ofType(String type) {
        return any().with("type", type);
    }

    /** One that takes anything. */
    public static Schema any() {
        return new Schema(Map.of(), null, true, value -> false);
    }

    /** By their names, in their order. */
    static Map<String, Schema> all(Map<?, ?> json) {
        var all = new LinkedHashMap<String, Schema>();
        json.forEach((name, schema) -> all.put((String) name, of((Map<?, ?>) schema)));
        return all;
    }

    /** Takes null beside what it says. */
    public Schema orNull() {
        return taking(value -> value == null || takesAsIs(value));
    }

    /** Runs after the keywords, in place of any former check. */
    public Schema checkedBy(Check own) {
        return new Schema(keywords, own, true, takenAsIs);
    }

    /** As {@link #checkedBy}, in place of the keywords too, which only clients read then. */
    public Schema checkedOnlyBy(Check own) {
        return new Schema(keywords, own, false, takenAsIs);
    }

    /**
     * Values that are held to nothing here, whatever clients are told: their endpoint has its own
     * words for those that do not fit.
     */
    public Schema taking(Predicate<Object> asIs) {
        return new Schema(keywords, check, checkedByKeywords, asIs);
    }

    /**
     * Adds a keyword or replaces one.
     *
     * @param value as WordPress shows it
     */
    public Schema with(String keyword, Object value) {
        var more = new LinkedHashMap<>(keywords);
        more.put(keyword, parsed(keyword, value));
        return withKeywords(more);
    }

    /** The schemas that lie in a keyword, as such. */
    private static Object parsed(String keyword, Object value) {
        return switch (keyword) {
            case "type" -> value instanceof String type ? List.of(type) : value;
            case "properties" -> all(value instanceof Map<?, ?> properties ? properties : Map.of());
            case "items" -> of((Map<?, ?>) value);
            case "oneOf" ->
                ((List<?>) value).stream().map(one -> of((Map<?, ?>) one)).toList();
            case "additionalProperties" -> value instanceof Map<?, ?> schema ? of(schema) : value;
            default -> value;
        };
    }

    /** With another schema for one of its properties. */
    Schema withProperty(String name, Schema property) {
        var properties = new LinkedHashMap<>(properties());
        properties.put(name, property);
        var more = new LinkedHashMap<>(keywords);
        more.put("properties", properties);
        return withKeywords(more);
    }

    private Schema withKeywords(Map<String, Object> other) {
        return new Schema(other, check, checkedByKeywords, takenAsIs);
    }

    public List<String> types() {
        return keyword("type", List.<String>of());
    }

    public Map<String, Schema> properties() {
        return keyword("properties", Map.<String, Schema>of());
    }

    public Object defaultValue() {
        return keywords.get("default");
    }

    /** The texts that stand for the default in a query; none where more than the keywords checks them. */
    Set<String> textsOfDefault() {
        if (!has("default") || check != null || !checkedByKeywords) {
            return Set.of();
        }
        return candidates(defaultValue()).stream().filter(this::isDefault).collect(Collectors.toUnmodifiableSet());
    }

    private boolean isDefault(String text) {
        try {
            return !takesAsIs(text) && defaultValue().equals(check("", text));
        } catch (ParameterFault e) {
            return false;
        }
    }

    private static List<String> candidates(Object value) {
        if (value instanceof Boolean bool) {
            return bool ? List.of("true", "1") : List.of("false", "0");
        }
        if (value instanceof List<?> list) {
            return list.isEmpty() ? List.of("") : List.of();
        }
        return value == null ? List.of() : List.of(value.toString());
    }

    public boolean isRequired() {
        return Boolean.TRUE.equals(keywords.get("required"));
    }

    /** The properties without which an object does not fit. */
    List<String> requiredProperties() {
        var names = new ArrayList<String>();
        properties().forEach((name, property) -> {
            if (property.isRequired()) {
                names.add(name);
            }
        });
        if (keywords.get("required") instanceof List<?> more) {
            more.forEach(name -> names.add((String) name));
        }
        return names;
    }

    public boolean isReadonly() {
        return keywords.containsKey("readonly");
    }

    /** Whether a field is shown in a context. One without contexts is shown in all. */
    public boolean isShownIn(String context) {
        return !keywords.containsKey("context")
                || keyword("context", List.<String>of()).contains(context);
    }

    /**
     * Checks a value by the keywords.
     *
     * @param name what the refusal calls it
     * @return the value in the type that the schema names
     * @throws ParameterFault where it is refused
     */
    public Object check(String name, Object value) throws ParameterFault {
        return SchemaCheck.check(name, this, value);
    }

    /** As {@link #check(String, Object)}, and by what no keyword can express. */
    Object check(String name, Object value, WpRequest request) throws ParameterFault {
        if (takesAsIs(value)) {
            return value;
        }
        var checked = checkedByKeywords ? check(name, value) : value;
        return check == null ? checked : check.check(name, checked, request);
    }

    private boolean takesAsIs(Object value) {
        return takenAsIs.test(value);
    }

    public boolean takesNull() {
        return takesAsIs(null);
    }

    boolean has(String keyword) {
        return keywords.containsKey(keyword);
    }

    @SuppressWarnings("unchecked") // each keyword is only ever set to one type
    <T> T keyword(String keyword, T otherwise) {
        return (T) keywords.getOrDefault(keyword, otherwise);
    }

    /** The fields that may be written, as arguments of the operation that creates. */
    public Map<String, Schema> creation() {
        var arguments = new LinkedHashMap<String, Schema>();
        properties().forEach((name, field) -> {
            if (!field.isReadonly()) {
                arguments.put(name, field.without(NOT_OF_ARGUMENTS));
                if (field.isRequired()) {
                    arguments.computeIfPresent(name, (same, argument) -> argument.with("required", true));
                }
            }
        });
        return arguments;
    }

    /** As {@link #creation}, for a change: what is not sent stays as it is. */
    public Map<String, Schema> change() {
        var arguments = creation();
        arguments.replaceAll((name, argument) -> argument.without(Set.of("required", "default")));
        return arguments;
    }

    private Schema without(Set<String> some) {
        var kept = new LinkedHashMap<>(keywords);
        kept.keySet().removeAll(some);
        return withKeywords(kept);
    }

    /** As WordPress shows it. */
    public Map<String, Object> toJson() {
        var json = new LinkedHashMap<String, Object>();
        keywords.forEach((keyword, value) -> json.put(keyword, plain(keyword, value)));
        return json;
    }

    /** As the index shows an argument, which always says whether it is required. */
    Map<String, Object> toArgumentJson() {
        var json = toJson();
        json.remove("required");
        json.put("required", isRequired());
        return json;
    }

    private static Object plain(String keyword, Object value) {
        if (value instanceof Schema schema) {
            return schema.toJson();
        }
        if (keyword.equals("type") && value instanceof List<?> types && types.size() == 1) {
            return types.get(0);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> plain("", item)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            if (map.isEmpty() && keyword.equals("properties")) {
                return List.of(); // PHP knows no empty object.
            }
            var json = new LinkedHashMap<String, Object>();
            map.forEach((name, item) -> json.put((String) name, plain("", item)));
            return json;
        }
        return value;
    }

    @Override
    public String toString() {
        return keywords.toString();
    }
}
