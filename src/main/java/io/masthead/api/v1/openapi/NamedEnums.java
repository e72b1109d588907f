package io.masthead.api.v1.openapi;

import io.masthead.api.v1.http.EnumCodec;
import io.masthead.comment.CommentStatus;
import io.masthead.comment.CommentType;
import io.masthead.post.PostFormat;
import io.masthead.post.PostStatus;
import io.masthead.post.revision.RevisionKind;
import io.masthead.text.ContentFormat;
import io.masthead.user.Role;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The enums that several schemas share, each a component, so that generated clients have one type for it. */
final class NamedEnums {

    private static final String REF = "#/components/schemas/";

    private static final Map<Class<? extends Enum<?>>, String> DESCRIPTIONS = Map.of(
            PostStatus.class, "The status of a post or page.",
            PostFormat.class, "The format of a post, as WordPress has them.",
            ContentFormat.class, "The format in which a text is written.",
            CommentStatus.class, "The status of a comment.",
            CommentType.class, "Whether a reader wrote it, or another site that links here.",
            RevisionKind.class, "How a revision came about.",
            Role.class, "The role of a user; each may do what those before it may.");

    /** The names by the words. */
    private final Map<List<Object>, String> names = new HashMap<>();

    private final Map<String, Schema> used = new TreeMap<>();
    private final Map<String, String> descriptions = new HashMap<>();

    NamedEnums() {
        DESCRIPTIONS.forEach((type, description) -> {
            var words = Arrays.stream(type.getEnumConstants())
                    .<Object>map(EnumCodec::of)
                    .toList();
            names.put(words, type.getSimpleName());
            descriptions.put(type.getSimpleName(), description);
        });
    }

    /** Refers to the enums in the properties of these schemas and in parameters, and adds those that are used. */
    void name(Map<String, Schema> schemas, Paths paths) {
        schemas.values().stream()
                .filter(schema -> schema.getProperties() != null)
                .flatMap(schema -> schema.getProperties().values().stream())
                .forEach(this::name);
        paths.getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .filter(parameter -> parameter.getSchema() != null)
                .forEach(parameter -> name(parameter.getSchema()));
        schemas.putAll(used);
    }

    private void name(Schema schema) {
        if (schema.getItems() != null) {
            name(schema.getItems());
        }
        var words = schema.getEnumeration();
        var name = words == null ? null : names.get(words);
        if (name == null || !List.of(SchemaType.STRING).equals(schema.getType())) {
            return;
        }
        used.computeIfAbsent(
                name,
                key -> OASFactory.createSchema()
                        .type(List.of(SchemaType.STRING))
                        .enumeration(words)
                        .description(descriptions.get(key)));
        schema.setType(null);
        schema.setEnumeration(null);
        schema.setRef(REF + name);
    }
}
