package io.masthead.wp.v2.field;

import io.masthead.wp.rest.ParameterFault;
import io.masthead.wp.rest.ResourceSchema;
import io.masthead.wp.rest.WpRequest;
import java.util.List;
import java.util.Map;

/** What requests may send as {@code acf} and {@code meta}. */
public final class FieldSchema {

    private FieldSchema() {}

    /** The schema with its {@code acf} and {@code meta} taking any names. */
    public static ResourceSchema in(ResourceSchema schema) {
        return schema.field(FieldInput.META, meta -> meta.checkedOnlyBy(FieldSchema::checkMeta))
                .field(FieldInput.ACF, acf -> acf.checkedOnlyBy(FieldSchema::checkAcf));
    }

    /** Takes any object, and nothing else; what lies in it is looked at where it is stored. */
    private static Object checkMeta(String name, Object value, WpRequest request) throws ParameterFault {
        if (value instanceof Map) {
            return value;
        }
        // PHP knows no empty object.
        if (value instanceof List<?> list && list.isEmpty()) {
            return Map.of();
        }
        throw new ParameterFault(null, "Invalid parameter.", null);
    }

    /** Takes an object, and what PHP has for none. */
    private static Object checkAcf(String name, Object value, WpRequest request) throws ParameterFault {
        var isNone = value == null
                || Boolean.FALSE.equals(value)
                || "".equals(value)
                || (value instanceof List<?> list && list.isEmpty());
        if (isNone) {
            return Map.of();
        }
        if (value instanceof Map) {
            return value;
        }
        throw new ParameterFault("rest_invalid_type", name + " is not of type object.", null);
    }
}
