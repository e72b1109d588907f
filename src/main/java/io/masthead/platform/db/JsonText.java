package io.masthead.platform.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** Reads JSON that somebody stored as a text. */
public final class JsonText {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private JsonText() {}

    /** Strings, booleans, numbers, lists and maps; empty for what is no JSON, and for the JSON value null. */
    public static Optional<Object> parse(String text) {
        try {
            return Optional.ofNullable(JSON.readValue(text, Object.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
