package io.masthead.wp.v2.post;

import io.masthead.wp.rest.ParameterFault;
import io.masthead.wp.rest.Schema;
import io.masthead.wp.rest.WpRequest;
import java.util.List;
import java.util.Map;

/** Takes any object, and nothing else; what lies in it is looked at where it is stored. */
final class ObjectCheck implements Schema.Check {

    @Override
    public boolean isAlone() {
        return true;
    }

    @Override
    public Object check(String name, Object value, WpRequest request) throws ParameterFault {
        if (value instanceof Map) {
            return value;
        }
        // PHP knows no empty object.
        if (value instanceof List<?> list && list.isEmpty()) {
            return Map.of();
        }
        throw new ParameterFault(null, "Invalid parameter.", null);
    }
}
