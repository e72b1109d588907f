package io.masthead.api.v1.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Writes enum constants of the core as lower-case words. */
@SuppressWarnings({"rawtypes", "serial"}) // Jackson registers a serializer for the raw class
class EnumWriter extends StdSerializer<Enum> {

    EnumWriter() {
        super(Enum.class);
    }

    @Override
    public void serialize(Enum constant, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeString(EnumCodec.of(constant));
    }
}
