package io.masthead.api.v1.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.FieldError;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Parses JSON into the types of this API, and reports the position of a fault. */
@Singleton
public class BodyParser {

    private final WireJson json;

    BodyParser(WireJson json) {
        this.json = json;
    }

    /**
     * @throws CmsException {@link ErrorCode#INVALID_BODY} that names the field at fault
     */
    public <T> T parse(byte[] bytes, Class<T> type) throws IOException {
        if (bytes.length == 0) {
            throw unreadable("", "required", "A JSON object is expected in the body.");
        }
        try {
            T read = json.mapper().readValue(bytes, type);
            if (read == null) {
                throw unreadable("", "wrong_type", "The body must be a JSON object, not null.");
            }
            return read;
        } catch (JsonProcessingException e) {
            throw refusal(e, placeOf(e, ""));
        }
    }

    private static CmsException refusal(JsonProcessingException e, String field) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return unreadable(
                    field,
                    "unknown_field",
                    "There is no field '%s'; the fields are: %s.".formatted(unknown.getPropertyName(), known(unknown)));
        }
        if (e.getCause() instanceof StreamReadException || e.getCause() instanceof StreamConstraintsException) {
            var cause = (JsonProcessingException) e.getCause();
            return refusal(cause, placeOf(cause, field));
        }
        if (e instanceof StreamConstraintsException) {
            return unreadable(
                    field,
                    "too_large",
                    "The JSON is nested more than %d levels deep or contains a value that is too long."
                            .formatted(WireJson.MAX_DEPTH));
        }
        if (e instanceof MismatchedInputException mismatch) {
            return unreadable(
                    field,
                    "wrong_type",
                    "'%s' must be %s.".formatted(field.isEmpty() ? "body" : field, name(mismatch.getTargetType())));
        }
        if (e instanceof InputCoercionException) {
            return unreadable(field, "out_of_range", "'%s' must be %s.".formatted(field, name(Long.class)));
        }
        var at = e.getLocation();
        var where = at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
        if (String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field")) {
            return unreadable(field, "duplicate_field", "A field occurs twice in the body" + where + ".");
        }
        return unreadable(field, "malformed", "The body is not well-formed JSON" + where + ".");
    }

    /** The field at which parsing stopped, if the exception tells. */
    private static String placeOf(JsonProcessingException e, String otherwise) {
        if (e instanceof JsonMappingException mapping) {
            return path(mapping);
        }
        if (e instanceof StreamReadException && e.getProcessor() instanceof JsonParser parser) {
            var pointer = parser.getParsingContext().pathAsPointer().toString();
            return pointer.isEmpty() ? otherwise : pointer.substring(1);
        }
        return otherwise;
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds() == null
                ? ""
                : unknown.getKnownPropertyIds().stream()
                        .map(Object::toString)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
                .map(step -> step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining("/"));
    }

    private static String name(Class<?> type) {
        if (type == null) {
            return "a JSON object";
        }
        if (type == String.class) {
            return "a string";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Double.class) {
            return "a number";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "an integer that fits into 64 bits";
        }
        return List.class.isAssignableFrom(type) ? "a list" : "a JSON object";
    }

    private static CmsException unreadable(String field, String code, String detail) {
        return new CmsException(ErrorCode.INVALID_BODY, detail, List.of(new FieldError(field, code, detail)));
    }
}
