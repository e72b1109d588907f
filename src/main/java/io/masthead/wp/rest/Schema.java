package io.masthead.wp.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a field or a parameter may hold, declared once: the check of requests, the index that
 * clients generate themselves from, and the OpenAPI document are all read off it. The keywords are
 * those of JSON Schema draft 4 that WordPress uses. Immutable.
 */
public final class Schema {

    /** The keywords of a field that an argument made from it does not carry. */
    private static final Set<String> NOT_OF_ARGUMENTS = Set.of("context", "readonly", "required");

    /** A check that no keyword can express. */
    public interface Check {

        /**
         * @return what to go on with
         * @throws ParameterFault where the value is refused
         */
        Object check(String name, Object value, WpRequest request) throws ParameterFault;

        /** Whether it replaces the keywords, which then only clients read. */
        default boolean isAlone() {
            return false;
        }
    }

    /** A check that replaces the keywords. */
    private record Alone(Check own) implements Check {

        @Override
        public Object check(String name, Object value, WpRequest request) throws ParameterFault {
            return own.check(name, value, request);
        }

        @Override
        public boolean isAlone() {
            return true;
        }
    }

    private final Map<String, Object> keywords;
    private final Check check;
    private final Predicate<Object> takenAsIs;

    private Schema(Map<String, Object> keywords, Check check, Predicate<Object> takenAsIs) {
        this.keywords = keywords;
        this.check = check;
        this.takenAsIs = takenAsIs;
    }

    public static Schema of(String... types) {
        return any().with("type", List.of(types));
    }

    /** One that takes anything. */
    public static Schema any() {
        return new Schema(Map.of(), null, value -> false);
    }

    public static Schema string() {
        return of("string");
    }

    public static Schema integer() {
        return of("integer");
    }

    public static Schema bool() {
        return of("boolean");
    }

    public static Schema list(Schema items) {
        return of("array").with("items", items);
    }

    public static Schema object(Map<String, Schema> properties) {
        return of("object").with("properties", properties);
    }

    public static Schema oneOf(String type, String other, Schema... schemas) {
        return of(type, other).with("oneOf", List.of(schemas));
    }

    /** Properties in the order given: name, schema, name, schema. */
    public static Map<String, Schema> properties(Object... namesAndSchemas) {
        var properties = new LinkedHashMap<String, Schema>();
        for (int i = 0; i < namesAndSchemas.length; i += 2) {
            properties.put((String) namesAndSchemas[i], (Schema) namesAndSchemas[i + 1]);
        }
        return properties;
    }

    public Schema describe(String description) {
        return with("description", description);
    }

    public Schema title(String title) {
        return with("title", title);
    }

    public Schema format(String format) {
        return with("format", format);
    }

    public Schema oneOfValues(String... values) {
        return with("enum", List.of(values));
    }

    public Schema oneOfValues(List<String> values) {
        return with("enum", values);
    }

    public Schema min(long least) {
        return with("minimum", least);
    }

    public Schema max(long most) {
        return with("maximum", most);
    }

    public Schema minLength(int characters) {
        return with("minLength", characters);
    }

    public Schema maxItems(int items) {
        return with("maxItems", items);
    }

    public Schema byDefault(Object value) {
        return with("default", value);
    }

    public Schema withoutDefault() {
        var kept = new LinkedHashMap<>(keywords);
        kept.remove("default");
        return new Schema(kept, check, takenAsIs);
    }

    public Schema required() {
        return with("required", true);
    }

    /** One that need not be sent. */
    public Schema optional() {
        var fewer = new LinkedHashMap<>(keywords);
        fewer.remove("required");
        return new Schema(fewer, check, takenAsIs);
    }

    public Schema readonly() {
        return with("readonly", true);
    }

    /** No properties but those declared. */
    public Schema closed() {
        return with("additionalProperties", false);
    }

    /**
     * @param contexts the letters of those in which the field is shown: {@code v}iew, {@code e}dit,
     *     e{@code m}bed
     */
    public Schema in(String contexts) {
        var words = new ArrayList<String>();
        for (int i = 0; i < contexts.length(); i++) {
            words.add(
                    switch (contexts.charAt(i)) {
                        case 'v' -> "view";
                        case 'e' -> "edit";
                        case 'm' -> "embed";
                        default -> throw new IllegalStateException("No context " + contexts);
                    });
        }
        return with("context", words);
    }

    /** Takes null beside what it says. */
    public Schema orNull() {
        return taking(value -> value == null || takesAsIs(value));
    }

    /** Runs after the keywords, in place of any former check. */
    public Schema checkedBy(Check own) {
        return new Schema(keywords, own, takenAsIs);
    }

    /**
     * Values that are held to nothing here, whatever clients are told: their endpoint has its own
     * words for those that do not fit.
     */
    public Schema taking(Predicate<Object> asIs) {
        return new Schema(keywords, check, asIs);
    }

    /** As {@link #checkedBy}, in place of the keywords too, which only clients read then. */
    public Schema checkedOnlyBy(Check own) {
        return checkedBy(new Alone(own));
    }

    /** Adds a keyword that only clients read, or replaces one. */
    public Schema with(String keyword, Object value) {
        var more = new LinkedHashMap<>(keywords);
        more.put(keyword, value);
        return new Schema(more, check, takenAsIs);
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

    public boolean isRequired() {
        return keywords.containsKey("required");
    }

    public boolean isReadonly() {
        return keywords.containsKey("readonly");
    }

    /** Whether a field is shown in a context. One without contexts is shown in all. */
    public boolean isShownIn(String context) {
        return !keywords.containsKey("context")
                || keyword("context", List.<String>of()).contains(context);
    }

    Check check() {
        return check;
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

    boolean takesAsIs(Object value) {
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

    /** The fields that may be written, as arguments of the operation that writes. */
    public Map<String, Schema> arguments() {
        var arguments = new LinkedHashMap<String, Schema>();
        properties().forEach((name, field) -> {
            if (!field.isReadonly()) {
                arguments.put(name, field.asArgument());
            }
        });
        return arguments;
    }

    private Schema asArgument() {
        var kept = new LinkedHashMap<>(keywords);
        kept.keySet().removeAll(NOT_OF_ARGUMENTS);
        var argument = new Schema(kept, check, takenAsIs);
        return isRequired() ? argument.required() : argument;
    }

    /** As OPTIONS shows it: what lies at a route. */
    public Map<String, Object> document(String title) {
        var document = new LinkedHashMap<String, Object>();
        document.put("$schema", "http://json-schema.org/draft-04/schema#");
        document.put("title", title);
        document.putAll(toJson());
        return document;
    }

    /** As the index shows it. */
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
        return Arrays.toString(keywords.entrySet().toArray());
    }
}
