package io.masthead.api.v1.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import io.masthead.kernel.Violations;
import java.io.IOException;
import java.util.List;

/**
 * Reads enum constants of the core from their lower-case names. An unknown name becomes a violation, and
 * reading continues, so that all of them are refused at once.
 */
@SuppressWarnings("rawtypes") // Jackson registers a deserializer for the raw class
class EnumReader extends JsonDeserializer<Enum> implements ContextualDeserializer {

    /** The attribute of a reading that holds its {@link Violations}. */
    static final String VIOLATIONS = "masthead.violations";

    private final Class<?> type;

    EnumReader() {
        this(null);
    }

    private EnumReader(Class<?> type) {
        this.type = type;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
        return new EnumReader(context.getContextualType().getRawClass());
    }

    @Override
    public Enum<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            context.handleUnexpectedToken(String.class, parser);
        }
        var constants = (Enum<?>[]) type.getEnumConstants();
        for (var constant : constants) {
            if (EnumCodec.of(constant).equals(parser.getText())) {
                return constant;
            }
        }
        var field = parser.getParsingContext().pathAsPointer().toString().substring(1);
        ((Violations) context.getAttribute(VIOLATIONS))
                .add(
                        field,
                        "not_in_enum",
                        "'%s' must be one of %s.".formatted(field, EnumCodec.listed(List.of(constants))));
        return null;
    }
}
