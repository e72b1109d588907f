package io.masthead.platform.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.descriptor.java.Immutability;

/**
 * Stores a JSON object as a string, for both {@code text} and {@code jsonb} columns.
 *
 * <p>Values are strings, booleans, numbers, nulls, lists and maps of these; a number with a fraction is read as
 * a {@link java.math.BigDecimal}, so that no digit is lost. PostgreSQL does not keep the order of the keys.
 *
 * <p>An object is replaced and never changed in place, so Hibernate needs no copy for comparison: a copy would
 * differ if a number is read as another type, and the row would be written for nothing.
 */
@Converter
@Mutability(Immutability.class)
public class JsonObjectConverter implements AttributeConverter<Map<String, Object>, String> {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    /** Reads an object that somebody wrote; empty for anything else. */
    public static Optional<Map<String, Object>> parse(String json) {
        try {
            return Optional.ofNullable(JSON.readValue(json, OBJECT));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    @Override
    public String convertToDatabaseColumn(Map<String, Object> object) {
        try {
            return object == null ? null : JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a JSON object", e);
        }
    }

    @Override
    public Map<String, Object> convertToEntityAttribute(String column) {
        try {
            return column == null ? null : JSON.readValue(column, OBJECT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored JSON object cannot be read", e);
        }
    }
}
