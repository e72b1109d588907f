package io.masthead.api.v1.openapi;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Gives the bodies that create and those that change schemas of their own where one record reads both: only new things
 * have required fields and defaults.
 */
final class DocumentedInputs {

    private static final String REF = "#/components/schemas/";
    private static final String INPUT = "Input";

    private final Paths paths;
    private final Set<String> shared;

    DocumentedInputs(Paths paths) {
        this.paths = paths;
        var methods = new HashMap<String, Set<HttpMethod>>();
        paths.getPathItems()
                .values()
                .forEach(item -> item.getOperations()
                        .forEach((method, operation) -> bodies(operation)
                                .forEach(body -> methods.computeIfAbsent(name(body), key -> new TreeSet<>())
                                        .add(method))));
        this.shared = methods.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(INPUT))
                .filter(entry -> entry.getValue().containsAll(List.of(HttpMethod.POST, HttpMethod.PATCH)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The names of the schemas that are to be split. */
    Set<String> shared() {
        return shared;
    }

    /** Replaces each of them by two: {@code PostInput} by {@code PostCreate} and {@code PostPatch}. */
    void split(Map<String, Schema> schemas) {
        for (var name : shared) {
            var input = schemas.remove(name);
            var noun = name.substring(0, name.length() - INPUT.length());
            schemas.put(noun + "Create", creation(input, noun));
            schemas.put(noun + "Patch", change(input, noun));
        }
        paths.getPathItems()
                .values()
                .forEach(item -> item.getOperations()
                        .forEach((method, operation) -> bodies(operation)
                                .filter(body -> shared.contains(name(body)))
                                .forEach(body -> body.getSchema().setRef(REF + apart(name(body), method)))));
    }

    private static String apart(String name, HttpMethod method) {
        return name.substring(0, name.length() - INPUT.length()) + (method == HttpMethod.PATCH ? "Patch" : "Create");
    }

    private static Schema creation(Schema input, String noun) {
        return copy(input).description("A new " + noun.toLowerCase(Locale.ROOT) + ".");
    }

    private static Schema change(Schema input, String noun) {
        var properties = new LinkedHashMap<String, Schema>();
        input.getProperties().forEach((name, property) -> properties.put(name, withoutDefault(property)));
        return copy(input)
                .description("Changes of a " + noun.toLowerCase(Locale.ROOT)
                        + ", a JSON merge patch (RFC 7396): absent fields are unchanged.")
                .required(null)
                .properties(properties);
    }

    private static Schema withoutDefault(Schema property) {
        return property.getDefaultValue() == null ? property : copy(property).defaultValue(null);
    }

    private static Schema copy(Schema schema) {
        var copy = OASFactory.createSchema();
        copy.setAll(schema.getAll());
        return copy;
    }

    private static Stream<MediaType> bodies(Operation operation) {
        var body = operation.getRequestBody();
        return body == null || body.getContent() == null
                ? Stream.empty()
                : body.getContent().getMediaTypes().values().stream()
                        .filter(media ->
                                media.getSchema() != null && media.getSchema().getRef() != null);
    }

    private static String name(MediaType body) {
        return body.getSchema().getRef().substring(REF.length());
    }
}
