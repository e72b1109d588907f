package io.masthead.api.v1.http;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.masthead.kernel.CmsException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The fields that a client selects, such as {@code id,title,author.name}. */
final class FieldSelection {

    private static final int MAX_LENGTH = 2_000;

    private final Map<String, FieldSelection> children = new LinkedHashMap<>();

    private FieldSelection() {}

    /**
     * @param shown the fields of the response
     * @throws CmsException that names an unknown field and the known ones
     */
    static FieldSelection parse(String raw, ShownFields shown, ObjectMapper mapper) {
        if (raw.isBlank() || raw.length() > MAX_LENGTH) {
            throw refused("'fields' must name at least one field, in at most " + MAX_LENGTH + " characters.");
        }
        var selection = new FieldSelection();
        for (var path : raw.split(",", -1)) {
            selection.add(path.strip().split("\\.", -1), shown, mapper);
        }
        return selection;
    }

    private void add(String[] path, ShownFields shown, ObjectMapper mapper) {
        var selection = this;
        var current = mapper.constructType(shown.type());
        for (var name : path) {
            current = property(current, name, shown, mapper);
            selection = selection.children.computeIfAbsent(name, ignored -> new FieldSelection());
        }
        // "author,author.name" asks for all of the author.
        selection.children.clear();
    }

    private static JavaType property(JavaType type, String name, ShownFields shown, ObjectMapper mapper) {
        if (type.isMapLikeType()) {
            return type.getContentType();
        }
        if (type.isJavaLangObject()
                || type.isEnumType()
                || type.getRawClass().getName().startsWith("java.")) {
            throw refused("There is no field '%s' here.".formatted(name));
        }
        var fields = new TreeMap<String, AnnotatedMember>();
        mapper.getSerializationConfig().introspect(type).findProperties().stream()
                .filter(property -> property.getAccessor() != null)
                .filter(property -> shown.canBe(type.getRawClass(), property.getName(), property.getAccessor()))
                .forEach(property -> fields.put(property.getName(), property.getAccessor()));
        var field = fields.get(name);
        var missing = field == null ? null : shown.missing(field);
        if (field == null || missing != null) {
            fields.values().removeIf(other -> shown.missing(other) != null);
            throw refused("%s; the fields %sare: %s"
                    .formatted(
                            missing == null
                                    ? "There is no field '" + name + "'"
                                    : "The field '" + name + "' requires " + missing,
                            missing == null ? "" : "without it ",
                            String.join(", ", fields.keySet())));
        }
        var found = field.getType();
        return found.isCollectionLikeType() ? found.getContentType() : found;
    }

    /** Removes all other fields; in lists, from each item. */
    JsonNode narrow(JsonNode node) {
        if (node instanceof ArrayNode array) {
            array.forEach(this::narrow);
        } else if (node instanceof ObjectNode object && !children.isEmpty()) {
            object.retain(children.keySet());
            children.forEach((name, child) -> {
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
