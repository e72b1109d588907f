package io.masthead.api.v1.openapi;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.masthead.api.v1.http.ApiTypes;
import io.masthead.api.v1.http.BulkJson;
import io.masthead.api.v1.http.ListJson;
import io.masthead.api.v1.http.NotInLists;
import io.masthead.api.v1.http.RequiresParameter;
import io.masthead.kernel.Patch;
import io.masthead.kernel.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

/** Completes the schemas of the document: their names and required properties. */
final class DocumentedSchemas {

    private static final String REF = "#/components/schemas/";
    private static final String LIST = ListJson.class.getSimpleName();
    private static final String PATCH = Patch.class.getSimpleName();
    private static final String SUMMARY = "Summary";
    private static final String BULK = BulkJson.class.getSimpleName();
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class.getName());
    private static final DotName INCLUDE = DotName.createSimple(JsonInclude.class.getName());
    private static final DotName PROPERTY = DotName.createSimple(JsonProperty.class.getName());
    private static final DotName NOT_IN_LISTS = DotName.createSimple(NotInLists.class.getName());
    private static final DotName REQUIRES = DotName.createSimple(RequiresParameter.class.getName());
    private static final DotName IGNORE = DotName.createSimple(JsonIgnore.class.getName());

    /** The records of this API by the name of their schema. */
    private final Map<String, ClassInfo> records = new HashMap<>();

    /** The published names, by those of the generator. */
    private final Map<String, String> names = new HashMap<>();

    /** The words of the core's enums, by simple name. */
    private final Map<String, List<Object>> words = new HashMap<>();

    DocumentedSchemas(IndexView index) {
        for (var type : index.getKnownClasses()) {
            if (type.isEnum()) {
                words.put(
                        type.simpleName(),
                        type.enumConstants().stream()
                                .map(constant -> word(constant.name()))
                                .toList());
            }
            if (!ApiTypes.contains(type.name().toString()) || !type.isRecord()) {
                continue;
            }
            var simple = type.simpleName();
            var annotation = type.declaredAnnotation(SCHEMA);
            var named = annotation == null ? null : annotation.value("name");
            var name = named == null ? simple.replaceFirst("Json$", "") : named.asString();
            records.put(name, type);
            names.put(simple, name);
            names.put(LIST + simple, name + "List");
            names.put(BULK + simple, name + "Bulk");
        }
        words.keySet().removeAll(records.keySet());
    }

    /** Called for every schema. */
    Schema tidied(Schema schema) {
        var ref = target(schema);
        if (ref != null && ref.equals("Instant")) {
            schema.setRef(null);
            schema.setType(List.of(SchemaType.STRING));
            schema.setFormat("date-time");
        } else if (ref != null && words.containsKey(ref)) {
            schema.setRef(null);
            schema.setType(List.of(SchemaType.STRING));
            if (schema.getEnumeration() == null) {
                schema.setEnumeration(words.get(ref));
            }
        } else if (ref != null) {
            schema.setRef(REF + names.getOrDefault(ref, ref));
            // The target says it.
            schema.setType(null);
        }
        if (schema.getEnumeration() != null) {
            // A constant of an annotation can hold several words only as one text.
            schema.setEnumeration(schema.getEnumeration().stream()
                    .flatMap(words -> Arrays.stream(words.toString().split(",")))
                    .map(DocumentedSchemas::word)
                    .toList());
        }
        var choices = schema.getAnyOf();
        if (choices != null && choices.stream().anyMatch(choice -> "date-time".equals(choice.getFormat()))) {
            schema.setAnyOf(null);
            schema.setType(List.of(SchemaType.STRING, SchemaType.NULL));
            schema.setFormat("date-time");
        } else if (choices != null) {
            schema.setType(null);
        }
        return schema;
    }

    /** A constant as it is written; all else is a word already. */
    private static Object word(String name) {
        return name.equals(name.toUpperCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : name;
    }

    /**
     * All schemas by published name, without those that only the generator needs.
     *
     * @param shared the names of those that keep their defaults for new things
     */
    Map<String, Schema> completed(Map<String, Schema> generated, Set<String> shared) {
        var schemas = new TreeMap<String, Schema>();
        generated.forEach((name, schema) -> schemas.put(names.getOrDefault(name, name), schema));
        schemas.keySet().removeAll(List.of("Instant", "Id"));
        schemas.keySet().removeAll(words.keySet());
        schemas.forEach((name, schema) -> complete(name, schema, schemas, shared.contains(name)));
        addSummaries(schemas);
        schemas.keySet().removeIf(name -> name.startsWith(PATCH));
        schemas.get("Problem").getProperties().get("code").setDescription(codes());
        schemas.get("ApiTokenInput").getProperties().get("scopes").setItems(scope());
        return schemas;
    }

    private void complete(String name, Schema schema, Map<String, Schema> schemas, boolean keepsDefaults) {
        if (name.endsWith("Input") || name.endsWith("Patch")) {
            schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
            schema.getProperties().values().forEach(property -> {
                unwrap(property, schemas);
                if (!keepsDefaults) {
                    moveDefault(property);
                }
            });
            return;
        }
        var type = records.get(name);
        var required = new TreeSet<String>();
        if (schema.getRequired() != null) {
            required.addAll(schema.getRequired());
        }
        if (type != null) {
            required.addAll(alwaysPresent(type));
        } else if (names.containsValue(name)) {
            required.addAll(schema.getProperties().keySet());
            schema.setDescription(
                    name.endsWith("List") ? "A page of a list." : "The changed items, in the order of the ids.");
        }
        if (schema.getProperties() != null) {
            var order = new ArrayList<>(schema.getProperties().keySet());
            order.retainAll(required);
            schema.setRequired(order.isEmpty() ? null : order);
        }
    }

    /**
     * Describes the items of a list apart from the thing alone, where that shows more: {@code PostSummary} beside {@code
     * Post}. What lists show only on request is always there in the thing alone.
     */
    private void addSummaries(Map<String, Schema> schemas) {
        for (var name : List.copyOf(schemas.keySet())) {
            var type = records.get(name);
            var alone = type == null ? Set.<String>of() : annotated(type, NOT_IN_LISTS);
            var list = schemas.get(name + "List");
            if (alone.isEmpty() || list == null) {
                continue;
            }
            var detail = schemas.get(name);
            var properties = new LinkedHashMap<>(detail.getProperties());
            properties.keySet().removeAll(alone);
            var summary = OASFactory.createSchema();
            summary.setAll(detail.getAll());
            schemas.put(
                    name + SUMMARY,
                    summary.description(detail.getDescription() + " As lists show it.")
                            .properties(properties)
                            .required(
                                    detail.getRequired() == null
                                            ? null
                                            : detail.getRequired().stream()
                                                    .filter(properties::containsKey)
                                                    .toList()));
            requireOnItsOwn(type, detail);
            refer(list, REF + name + SUMMARY);
            refer(schemas.get(name + "Bulk"), REF + name + SUMMARY);
        }
    }

    private static void refer(Schema list, String ref) {
        if (list != null) {
            list.getProperties().get("items").getItems().setRef(ref);
        }
    }

    private static void requireOnItsOwn(ClassInfo type, Schema detail) {
        var required = new TreeSet<>(detail.getRequired());
        for (var component : type.recordComponentsInDeclarationOrder()) {
            var condition = type.field(component.name()).annotation(REQUIRES);
            var isAlways = condition == null
                    ? type.field(component.name()).hasAnnotation(NOT_IN_LISTS)
                    : condition.value("onlyInLists") != null
                            && condition.value("onlyInLists").asBoolean();
            if (isAlways) {
                required.add(name(type.field(component.name())));
            }
        }
        detail.setRequired(detail.getProperties().keySet().stream()
                .filter(required::contains)
                .toList());
    }

    private static Set<String> annotated(ClassInfo type, DotName annotation) {
        return type.recordComponentsInDeclarationOrder().stream()
                .map(component -> type.field(component.name()))
                .filter(field -> field.hasAnnotation(annotation))
                .map(DocumentedSchemas::name)
                .collect(Collectors.toSet());
    }

    /** A member of a merge patch is what its {@link Patch} holds. */
    private static void unwrap(Schema property, Map<String, Schema> schemas) {
        var choices = property.getAnyOf() == null ? List.of(property) : property.getAnyOf();
        var name = choices.stream()
                .map(DocumentedSchemas::target)
                .filter(ref -> ref != null && ref.startsWith(PATCH))
                .findFirst();
        if (name.isEmpty()) {
            return;
        }
        var value = schemas.get(name.get()).getProperties().get("value");
        var isNullable = property.getAnyOf() != null;
        property.setAnyOf(null);
        if (isNullable && value.getRef() != null) {
            var none = OASFactory.createSchema().type(List.of(SchemaType.NULL));
            property.setAnyOf(List.of(OASFactory.createSchema().ref(value.getRef()), none));
            return;
        }
        property.setRef(value.getRef());
        if (value.getType() != null) {
            var types = new ArrayList<>(value.getType());
            if (isNullable) {
                types.add(SchemaType.NULL);
            }
            property.setType(types);
        }
        property.setItems(value.getItems());
        if (property.getFormat() == null) {
            property.setFormat(value.getFormat());
        }
        if (property.getEnumeration() == null) {
            property.setEnumeration(value.getEnumeration());
        }
    }

    /** Moves the default into the description: the schema is also used for merge patches, which have no defaults. */
    private static void moveDefault(Schema property) {
        var value = property.getDefaultValue();
        if (value != null) {
            property.setDefaultValue(null);
            var description = property.getDescription() == null ? "" : property.getDescription();
            property.setDescription((description + " A new one defaults to `" + value + "`.").strip());
        }
    }

    private static List<String> alwaysPresent(ClassInfo type) {
        var sparse = type.hasDeclaredAnnotation(INCLUDE);
        return type.recordComponentsInDeclarationOrder().stream()
                .map(component -> type.field(component.name()))
                .filter(field -> !field.hasAnnotation(IGNORE))
                .filter(field ->
                        field.type().kind() == Type.Kind.PRIMITIVE || !(sparse || field.hasAnnotation(INCLUDE)))
                .map(DocumentedSchemas::name)
                .toList();
    }

    private static String name(FieldInfo field) {
        var renamed = field.annotation(PROPERTY);
        return renamed == null || renamed.value() == null
                ? field.name()
                : renamed.value().asString();
    }

    private static Schema scope() {
        return OASFactory.createSchema()
                .type(List.of(SchemaType.STRING))
                .enumeration(Scope.grantable().stream().<Object>map(Scope::word).toList());
    }

    private static String codes() {
        return "A stable code; more may be added. "
                + Arrays.stream(DocumentedProblem.values())
                        .filter(problem -> !problem.isBeforeReading())
                        .map(problem -> problem.status() + ": " + problem.codes())
                        .collect(Collectors.joining("; "))
                + ".";
    }

    /** The name of the referenced schema; null if there is no reference. */
    private static String target(Schema schema) {
        var ref = schema.getRef();
        return ref == null || !ref.startsWith(REF) ? null : ref.substring(REF.length());
    }
}
