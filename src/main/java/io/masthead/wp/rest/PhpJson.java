package io.masthead.wp.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** JSON as PHP writes it, with slashes and everything beyond ASCII escaped; lenient in reading. */
@Singleton
class PhpJson {

    static final String MEDIA_TYPE = "application/json;charset=UTF-8";

    private static final int MAX_DEPTH = 50;
    private static final int MAX_STRING = 10 * 1024 * 1024;

    private final ObjectMapper mapper = build();

    byte[] write(Object tree, boolean pretty) {
        try {
            return (pretty ? mapper.writerWithDefaultPrettyPrinter() : mapper.writer()).writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer is always JSON", e);
        }
    }

    /**
     * Maps, lists, strings, numbers and booleans; an empty map for null, which holds as much.
     *
     * @return empty for what is no JSON
     */
    Optional<Object> read(byte[] json) {
        try {
            return Optional.of(Objects.requireNonNullElse(mapper.readValue(json, Object.class), Map.of()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static ObjectMapper build() {
        var factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(MAX_STRING)
                        .maxNameLength(1_000)
                        .build())
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                .build();
        factory.setCharacterEscapes(new Slashes());
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_LONG_FOR_INTS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .build();
    }

    /** So that an answer inside a script of an HTML page cannot end it. */
    private static final class Slashes extends CharacterEscapes {

        private static final long serialVersionUID = 1L;
        private static final SerializableString SLASH = new SerializedString("\\/");

        @Override
        public int[] getEscapeCodesForAscii() {
            var escapes = standardAsciiEscapesForJSON();
            escapes['/'] = ESCAPE_CUSTOM;
            return escapes;
        }

        @Override
        public SerializableString getEscapeSequence(int character) {
            return character == '/' ? SLASH : null;
        }
    }
}
