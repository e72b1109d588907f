package io.masthead.api.v1.openapi;

import io.masthead.api.v1.http.CustomFieldParams;
import io.masthead.api.v1.http.Headers;
import io.masthead.api.v1.http.ParameterReader;
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

/** The parameters that mean the same wherever they stand; operations refer to them. */
enum DocumentedParameter {
    IF_NONE_MATCH(
            HttpHeaders.IF_NONE_MATCH,
            In.HEADER,
            "The `ETag` of an earlier answer, quotes included, or several between commas: 304 while"
                    + " nothing has changed.",
            text(1_000),
            "\"3-9f2c4e1a7b6d5c8e0f1a\""),
    IF_MATCH(
            HttpHeaders.IF_MATCH,
            In.HEADER,
            "The `ETag` of what is to be changed, quotes included: 412 if somebody changed it"
                    + " since. `*`, or none, changes it as it is.",
            text(1_000),
            "\"3-9f2c4e1a7b6d5c8e0f1a\""),
    IDEMPOTENCY_KEY(
            Headers.IDEMPOTENCY_KEY,
            In.HEADER,
            "1 to 255 visible ASCII characters of your choice, such as a UUID. Within 24 hours a"
                    + " repeat with the same key and body answers as the first did and creates"
                    + " nothing; with another body it is 422, while the first still runs 409."
                    + " Guests' keys have at least 16 characters.",
            text(255).pattern("^[\\x21-\\x7e]+$"),
            "6f1d2f0e-3a53-4c1f-9d0b-6c5a4f0e7b21"),
    POST_PASSWORD(
            CacheRules.POST_PASSWORD,
            In.HEADER,
            "The password of a protected post or page. Without it the answer has empty texts; a" + " wrong one is 403.",
            text(255),
            "open sesame"),
    COMMENT_TOKEN(
            CacheRules.COMMENT_TOKEN,
            In.HEADER,
            "The `editToken` of a comment, by which a guest proves to have written it.",
            text(200),
            "JZcb2xm3pqpPQE1oQL3gM6GUZdsoxYh"),
    PERMANENT(
            "permanent",
            In.QUERY,
            "Whether to delete it for good. What has no trash needs `true`.",
            of(SchemaType.BOOLEAN).defaultValue(false),
            true),
    PERMANENT_ONLY(
            PERMANENT.wireName, In.QUERY, "`true`, since it has no trash to go to.", of(SchemaType.BOOLEAN), true),
    FIELDS(
            "fields",
            In.QUERY,
            "Only these fields of the answer, or of each item of a list; dots lead to parts. At"
                    + " most 2,000 characters. All other fields are left out, required ones too."
                    + " Refused is a field that this operation never shows, and one that another"
                    + " parameter must ask for first, as `include=content` does.",
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

    /** To stand in an operation. */
    Parameter reference() {
        return RepeatedParameters.reference(componentName());
    }

    /** All of them, for the shared part of the document. */
    static Map<String, Parameter> shared() {
        var parameters = new TreeMap<String, Parameter>();
        for (var parameter : values()) {
            parameters.put(parameter.componentName(), parameter.parameter());
        }
        return parameters;
    }

    /** Custom fields, of which each name makes a parameter of its own. */
    static Parameter customFields() {
        return OASFactory.createParameter()
                .addExtension(RepeatedParameters.NAME, "CustomFields")
                .name("field")
                .in(In.QUERY)
                .description("Custom fields and what each must equal, as in `field[rating]=4`: at most "
                        + CustomFieldParams.MAX_FILTERS
                        + " of them, with names of at most 100 and values of at most "
                        + ParameterReader.MAX_TEXT
                        + " characters.")
                .style(Parameter.Style.DEEPOBJECT)
                .explode(true)
                .schema(of(SchemaType.OBJECT)
                        .maxProperties(CustomFieldParams.MAX_FILTERS)
                        .additionalPropertiesSchema(
                                text(ParameterReader.MAX_TEXT).minLength(null)))
                // Else the interactive page would make up a field.
                .example(Map.of());
    }

    /** An id in a path, which the code reads as text so that it can refuse in its own words. */
    static void describeId(Parameter parameter) {
        parameter.setSchema(of(SchemaType.INTEGER).format("int64").minimum(BigDecimal.ONE));
        parameter.getSchema().setExamples(List.of(12));
        if (parameter.getDescription() == null) {
            parameter.setDescription("Its id: a positive whole number of at most 18 digits.");
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

    /** Sort keys, each with its reverse order. */
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

    /** Values between commas, which the code reads as one text. */
    static void splitAtCommas(Parameter parameter) {
        var words = parameter.getSchema();
        var items = of(SchemaType.STRING);
        if (words.getEnumeration() == null) {
            items.minLength(1).maxLength(ParameterReader.MAX_TEXT);
        } else {
            items.setEnumeration(words.getEnumeration());
        }
        var list = of(SchemaType.ARRAY).items(items).minItems(1).maxItems(ParameterReader.MAX_VALUES);
        if (words.getDefaultValue() != null) {
            list.setDefaultValue(List.of(words.getDefaultValue()));
        }
        if (words.getExamples() != null) {
            list.setExamples(words.getExamples().stream()
                    .map(example -> (Object) List.of(example.toString().split(",", -1)))
                    .toList());
        }
        parameter.setSchema(list);
        parameter.setStyle(Parameter.Style.FORM);
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
