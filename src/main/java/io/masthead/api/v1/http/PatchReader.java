package io.masthead.api.v1.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import io.masthead.kernel.Patch;
import java.io.IOException;

/** Tells a field that is absent from one that is null (RFC 7396), and reads enum constants of the core. */
@SuppressWarnings({"rawtypes", "unchecked"}) // Jackson registers a deserializer for the raw class
class PatchReader extends JsonDeserializer<Patch> implements ContextualDeserializer {

    private final JavaType valueType;

    PatchReader() {
        this(null);
    }

    private PatchReader(JavaType valueType) {
        this.valueType = valueType;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
        return new PatchReader(context.getContextualType().containedTypeOrUnknown(0));
    }

    @Override
    public Patch<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!valueType.isEnumType()) {
            return Patch.to(context.readValue(parser, valueType));
        }
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            context.handleUnexpectedToken(String.class, parser);
        }
        var field = parser.getParsingContext().pathAsPointer().toString().substring(1);
        return EnumCodec.read((Class<? extends Enum>) valueType.getRawClass(), field, parser.getText());
    }

    @Override
    public Patch<?> getNullValue(DeserializationContext context) {
        return Patch.to(null);
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return Patch.absent();
    }
}
