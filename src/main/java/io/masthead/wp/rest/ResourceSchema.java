package io.masthead.wp.rest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterResources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a resource looks like and what its operations take, read from a file in WordPress' own form:
 * {@code schema} is what {@code OPTIONS} shows, {@code args} has the arguments of each operation
 * that are not fields. What no keyword can express is added in code. Immutable.
 */
@RegisterResources(globs = ResourceSchema.FILES + "*.json")
public final class ResourceSchema {

    static final String FILES = "wp/schemas/";

    private final Schema schema;
    private final Map<String, Map<String, Schema>> arguments;

    private ResourceSchema(Schema schema, Map<String, Map<String, Schema>> arguments) {
        this.schema = schema;
        this.arguments = arguments;
    }

    /**
     * @param name of the file
     */
    public static ResourceSchema of(String name) {
        var json = read(FILES + name + ".json");
        var arguments = new LinkedHashMap<String, Map<String, Schema>>();
        ((Map<?, ?>) json.get("args"))
                .forEach((operation, args) -> arguments.put((String) operation, Schema.all((Map<?, ?>) args)));
        return new ResourceSchema(
                json.get("schema") instanceof Map<?, ?> schema ? Schema.of(schema) : Schema.any(), arguments);
    }

    private static Map<?, ?> read(String file) {
        try (var in = ResourceSchema.class.getResourceAsStream("/" + file)) {
            return parsed(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static Map<?, ?> parsed(InputStream in) throws IOException {
        return new ObjectMapper()
                .enable(DeserializationFeature.USE_LONG_FOR_INTS)
                .readValue(in, Map.class);
    }

    /** A copy with further rules for one field, which the file cannot express. */
    public ResourceSchema field(String name, UnaryOperator<Schema> more) {
        return new ResourceSchema(
                schema.withProperty(name, more.apply(schema.properties().get(name))), arguments);
    }

    /** As {@link #field}, of all. */
    public ResourceSchema fields(UnaryOperator<Schema> more) {
        var all = this;
        for (var name : schema.properties().keySet()) {
            all = all.field(name, more);
        }
        return all;
    }

    /** A copy with further rules for one argument, which the file cannot express. */
    public ResourceSchema argument(String operation, String name, UnaryOperator<Schema> more) {
        var changed = new LinkedHashMap<>(arguments(operation));
        changed.computeIfPresent(name, (same, argument) -> more.apply(argument));
        var all = new LinkedHashMap<>(arguments);
        all.put(operation, changed);
        return new ResourceSchema(schema, all);
    }

    /** With another title. */
    public ResourceSchema titled(String title) {
        return new ResourceSchema(schema.with("title", title), arguments);
    }

    /** Of one thing. */
    public Schema schema() {
        return schema;
    }

    /** As {@code OPTIONS} shows it: what lies at a route. */
    public Map<String, Object> document() {
        return schema.toJson();
    }

    /** What an operation takes that is no field. */
    public Map<String, Schema> arguments(String operation) {
        return arguments.get(operation);
    }

    /** What the operation takes that creates one. */
    public Map<String, Schema> creation() {
        return schema.creation();
    }

    /** What the operation takes that changes one: its id, and the fields. */
    public Map<String, Schema> change() {
        var all = new LinkedHashMap<>(arguments("change"));
        all.putAll(schema.change());
        return all;
    }
}
