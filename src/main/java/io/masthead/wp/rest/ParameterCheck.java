package io.masthead.wp.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks the parameters of a request against the arguments of an endpoint, all of them at once. */
final class ParameterCheck {

    private ParameterCheck() {}

    /**
     * @return the values in the types that the schemas name, defaults filled in
     * @throws WpException that names every parameter at fault
     */
    static Map<String, Object> check(Map<String, Schema> arguments, Map<String, Object> given, WpRequest request) {
        requireAll(arguments, given);
        var values = withDefaults(arguments, given);
        var faults = new LinkedHashMap<String, ParameterFault>();
        arguments.forEach((name, schema) -> {
            if (given.containsKey(name)) {
                try {
                    values.put(name, schema.check(name, given.get(name), request));
                } catch (ParameterFault fault) {
                    faults.put(name, fault);
                }
            }
        });
        if (!faults.isEmpty()) {
            throw new WpException(invalid(faults));
        }
        return values;
    }

    /** Unchecked. */
    static Map<String, Object> withDefaults(Map<String, Schema> arguments, Map<String, Object> given) {
        var values = new LinkedHashMap<>(given);
        arguments.forEach((name, schema) -> {
            if (schema.has("default") && !given.containsKey(name)) {
                values.put(name, schema.defaultValue());
            }
        });
        return values;
    }

    private static void requireAll(Map<String, Schema> arguments, Map<String, Object> given) {
        var missing = new ArrayList<String>();
        arguments.forEach((name, schema) -> {
            if (schema.isRequired() && given.get(name) == null) {
                missing.add(name);
            }
        });
        if (!missing.isEmpty()) {
            throw new WpException(new WpError(
                    400,
                    "rest_missing_callback_param",
                    "Missing parameter(s): " + String.join(", ", missing),
                    Map.of("params", missing)));
        }
    }

    static WpError invalid(Map<String, ParameterFault> faults) {
        var params = new LinkedHashMap<String, Object>();
        var details = new LinkedHashMap<String, Object>();
        faults.forEach((name, fault) -> {
            params.put(name, fault.getMessage());
            if (fault.code() == null) {
                return;
            }
            var detail = new LinkedHashMap<String, Object>();
            detail.put("code", fault.code());
            detail.put("message", fault.getMessage());
            detail.put("data", fault.data());
            details.put(name, detail);
        });
        var data = new LinkedHashMap<String, Object>();
        data.put("params", params);
        data.put("details", details.isEmpty() ? List.of() : details);
        return new WpError(
                400,
                "rest_invalid_param",
                "Invalid parameter(s): " + String.join(", ", List.copyOf(faults.keySet())),
                data);
    }
}
