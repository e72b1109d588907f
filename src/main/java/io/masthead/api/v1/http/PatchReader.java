package io.masthead.api.v1.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import io.masthead.kernel.Patch;
import java.io.IOException;

/** Tells a field that is absent from one that is null (RFC 7396). */
@SuppressWarnings("rawtypes") // Jackson registers a deserializer for the raw class
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
        return Patch.to(context.readValue(parser, valueType));
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
