package io.masthead.api.v1;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.masthead.kernel.CmsException;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The fields a client wants, such as {@code id,title,author.name}, checked against a type. */
final class FieldSelection {

    private static final int MAX_LENGTH = 2_000;

    private final Map<String, FieldSelection> children = new LinkedHashMap<>();

    private FieldSelection() {}

    /**
     * @param inList whether the answer is a list, whose items do not show all fields
     * @throws CmsException that names a field that the type lacks, and what it has
     */
    static FieldSelection parse(String raw, Class<?> type, boolean inList, ObjectMapper mapper) {
        if (raw.isBlank() || raw.length() > MAX_LENGTH) {
            throw refused(
                    "'fields' must name at least one field, in at most "
                            + MAX_LENGTH
                            + " characters.");
        }
        var selection = new FieldSelection();
        for (var path : raw.split(",", -1)) {
            selection.add(
                    path.strip().split("\\.", -1), mapper.constructType(type), inList, mapper);
        }
        return selection;
    }

    private void add(String[] path, JavaType type, boolean inList, ObjectMapper mapper) {
        var selection = this;
        var current = type;
        for (var name : path) {
            current = property(current, name, inList, mapper);
            selection = selection.children.computeIfAbsent(name, ignored -> new FieldSelection());
        }
        // "author,author.name" asks for all of the author.
        selection.children.clear();
    }

    private static JavaType property(
            JavaType type, String name, boolean inList, ObjectMapper mapper) {
        if (type.isMapLikeType()) {
            return type.getContentType();
        }
        var properties = new TreeMap<String, JavaType>();
        mapper.getSerializationConfig().introspect(type).findProperties().stream()
                .filter(property -> property.getAccessor() != null)
                .filter(
                        property ->
                                !inList || !property.getAccessor().hasAnnotation(NotInLists.class))
                .forEach(property -> properties.put(property.getName(), property.getPrimaryType()));
        var found = properties.get(name);
        if (found == null
                || type.isJavaLangObject()
                || type.getRawClass().getName().startsWith("java.")) {
            throw refused(
                    "There is no field '%s'%s."
                            .formatted(
                                    name,
                                    type.getRawClass().getName().startsWith("java.")
                                            ? " here"
                                            : "; known are: "
                                                    + String.join(", ", properties.keySet())));
        }
        return found.isCollectionLikeType() ? found.getContentType() : found;
    }

    /** Removes everything else; lists are narrowed item by item. */
    JsonNode narrow(JsonNode node) {
        if (node instanceof ArrayNode array) {
            array.forEach(this::narrow);
        } else if (node instanceof ObjectNode object && !children.isEmpty()) {
            object.retain(children.keySet());
            children.forEach(
                    (name, child) -> {
                        if (object.has(name)) {
                            child.narrow(object.get(name));
                        }
                    });
        }
        return node;
    }

    private static CmsException refused(String detail) {
        return CmsException.parameter("fields", "unknown_field", detail);
    }
}
