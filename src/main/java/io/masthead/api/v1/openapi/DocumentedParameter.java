package io.masthead.api.v1.openapi;

import io.masthead.api.v1.http.CustomFieldParams;
import io.masthead.api.v1.http.Headers;
import io.masthead.api.v1.http.ParameterReader;
import io.masthead.kernel.PageRequest;
import io.masthead.web.CacheRules;
import jakarta.ws.rs.core.HttpHeaders;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/** The parameters with one meaning in all operations, which refer to them. */
enum DocumentedParameter {
    IF_NONE_MATCH(
            HttpHeaders.IF_NONE_MATCH,
            In.HEADER,
            "The `ETag` of an earlier response, with quotes, or several separated by commas. 304 if"
                    + " nothing has changed.",
            text(1_000),
            "\"3-9f2c4e1a7b6d5c8e0f1a\""),
    IF_MATCH(
            HttpHeaders.IF_MATCH,
            In.HEADER,
            "The `ETag` of the resource to change, with quotes. 412 if the resource has changed"
                    + " since. `*`, or no header, applies the change unconditionally.",
            text(1_000),
            "\"3-9f2c4e1a7b6d5c8e0f1a\""),
    IDEMPOTENCY_KEY(
            Headers.IDEMPOTENCY_KEY,
            In.HEADER,
            "A unique key of 1 to 255 visible ASCII characters, such as a UUID; at least 16"
                    + " characters for guests. A repeated request with the same key and body within 24 hours"
                    + " creates nothing and gets the first response. With another body it gets 422, and 409"
                    + " while the first request is running.",
            text(255).pattern("^[\\x21-\\x7e]+$"),
            "6f1d2f0e-3a53-4c1f-9d0b-6c5a4f0e7b21"),
    POST_PASSWORD(
            CacheRules.POST_PASSWORD,
            In.HEADER,
            "The password of a protected post or page. Without it, the texts in the response are"
                    + " empty. 403 if it is wrong.",
            text(255),
            "open sesame"),
    COMMENT_TOKEN(
            CacheRules.COMMENT_TOKEN,
            In.HEADER,
            "The `editToken` of a comment, which proves that a guest wrote it.",
            text(200),
            "JZcb2xm3pqpPQE1oQL3gM6GUZdsoxYh"),
    PERMANENT(
            "permanent",
            In.QUERY,
            "Whether to delete permanently. `true` is required where there is no trash.",
            of(SchemaType.BOOLEAN).defaultValue(false),
            true),
    FORCE(
            "force",
            In.QUERY,
            "Whether to delete it even if posts show it.",
            of(SchemaType.BOOLEAN).defaultValue(false),
            true),
    PERMANENT_ONLY(
            PERMANENT.wireName, In.QUERY, "Must be `true`, since there is no trash.", of(SchemaType.BOOLEAN), true),
    FIELDS(
            "fields",
            In.QUERY,
            "The fields to return, of the resource or of each item of a list; dots separate nested"
                    + " fields. All other fields are omitted, including required ones. At most 2,000"
                    + " characters. Fields that do not exist are refused, as are fields that need another"
                    + " parameter, such as `include=content`.",
            of(SchemaType.ARRAY).items(text(200)).minItems(1),
            List.of("id"));

    private final String wireName;
    private final In in;
    private final String description;
    private final Schema schema;
    private final Object example;

    DocumentedParameter(String wireName, In in, String description, Schema schema, Object example) {
        this.wireName = wireName;
        this.in = in;
        this.description = description;
        this.schema = schema;
        this.example = example;
    }

    static Optional<DocumentedParameter> find(Parameter parameter) {
        return Arrays.stream(values())
                .filter(one -> one.wireName.equals(parameter.getName()))
                .filter(one -> one.in == parameter.getIn())
                .findFirst();
    }

    /** A reference for an operation. */
    Parameter reference() {
        return RepeatedParameters.reference(componentName());
    }

    /** All of them, for the components of the document. */
    static Map<String, Parameter> shared() {
        var parameters = new TreeMap<String, Parameter>();
        for (var parameter : values()) {
            parameters.put(parameter.componentName(), parameter.parameter());
        }
        return parameters;
    }

    /** The parameter for custom fields. */
    static Parameter customFields() {
        return OASFactory.createParameter()
                .addExtension(RepeatedParameters.NAME, "CustomFields")
                .name("field")
                .in(In.QUERY)
                .description("Custom fields and their values, as in `field[rating]=4`: at most "
                        + CustomFieldParams.MAX_FILTERS
                        + ", with names of at most 100 and values of at most "
                        + ParameterReader.MAX_TEXT
                        + " characters.")
                .style(Parameter.Style.DEEPOBJECT)
                .explode(true)
                .schema(of(SchemaType.OBJECT)
                        .maxProperties(CustomFieldParams.MAX_FILTERS)
                        .additionalPropertiesSchema(
                                text(ParameterReader.MAX_TEXT).minLength(null)))
                // Otherwise the interactive page would invent a field.
                .example(Map.of());
    }

    /** Describes an id in a path, which the code reads as text to control the error message. */
    static void describeId(Parameter parameter) {
        parameter.setSchema(id());
        parameter.getSchema().setExamples(List.of(12));
        if (parameter.getDescription() == null) {
            parameter.setDescription("The id, a positive integer of at most 18 digits.");
        }
    }

    /**
     * An example that the interactive page does not send unless somebody types it: what suits one
     * request stands against the next.
     */
    static void moveExample(Parameter parameter) {
        if (parameter.getExample() != null) {
            parameter.getSchema().setExamples(List.of(parameter.getExample()));
            parameter.setExample(null);
        }
    }

    /** Adds the reverse order of each sort key. */
    static void addReverseOrders(Schema schema) {
        schema.setEnumeration(schema.getEnumeration().stream()
                .flatMap(key -> Stream.of(key, (Object) ("-" + key)))
                .toList());
    }

    /** A text that says nothing else of itself is one to look for. */
    static void limitText(Schema schema) {
        if (List.of(SchemaType.STRING).equals(schema.getType())
                && schema.getMinLength() == null
                && schema.getMaxLength() == null
                && schema.getEnumeration() == null
                && schema.getFormat() == null
                && schema.getPattern() == null) {
            schema.minLength(1).maxLength(ParameterReader.MAX_TEXT);
        }
    }

    /** Describes values separated by commas, which the code reads as one text. */
    static void splitAtCommas(Parameter parameter) {
        var words = parameter.getSchema();
        var isIds = ParameterReader.ID_PATTERN.equals(words.getPattern());
        var items = isIds ? id() : of(SchemaType.STRING);
        if (words.getEnumeration() != null) {
            items.setEnumeration(words.getEnumeration());
        } else if (!isIds) {
            items.minLength(1).maxLength(ParameterReader.MAX_TEXT);
        }
        var list = of(SchemaType.ARRAY)
                .items(items)
                .minItems(1)
                .maxItems(isIds ? PageRequest.MAX_LIMIT : ParameterReader.MAX_VALUES);
        if (words.getDefaultValue() != null) {
            list.setDefaultValue(List.of(words.getDefaultValue()));
        }
        if (words.getExamples() != null) {
            list.setExamples(words.getExamples().stream()
                    .map(example -> values(example.toString(), isIds))
                    .toList());
        }
        parameter.setSchema(list);
        parameter.setStyle(Parameter.Style.FORM);
    }

    private static Object values(String example, boolean areIds) {
        return Arrays.stream(example.split(",", -1))
                .<Object>map(value -> areIds ? (Object) Long.valueOf(value) : value)
                .toList();
    }

    private static Schema id() {
        return of(SchemaType.INTEGER).format("int64").minimum(BigDecimal.ONE);
    }

    private Parameter parameter() {
        var parameter = OASFactory.createParameter()
                .name(wireName)
                .in(in)
                .description(description)
                .schema(schema);
        if (this == PERMANENT_ONLY) {
            return parameter.required(true).example(example);
        }
        schema.setExamples(List.of(example));
        if (this == FIELDS) {
            parameter.style(Parameter.Style.FORM).explode(false);
        }
        return parameter;
    }

    private String componentName() {
        return DocumentedHeader.inCamelCase(name());
    }

    private static Schema text(int maxLength) {
        return of(SchemaType.STRING).minLength(1).maxLength(maxLength);
    }

    private static Schema of(SchemaType type) {
        return OASFactory.createSchema().type(List.of(type));
    }
}
