package io.masthead.wp.v2.field;

import io.masthead.kernel.CustomFields;
import io.masthead.kernel.Patch;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import java.util.HashMap;
import java.util.Map;

/** Reads the custom fields that a request writes. */
public final class FieldInput {

    public static final String META = "meta";
    static final String ACF = "acf";

    private FieldInput() {}

    /**
     * Values replace former ones as a whole, and null removes one.
     *
     * @param former what is stored; null for what is to be created
     * @throws WpException for names that cannot be written
     */
    public static Patch<Map<String, Object>> read(WpRequest request, Map<String, Object> former) {
        var old = former == null ? Map.<String, Object>of() : former;
        var patch = new HashMap<String, Object>();
        // Merged with those of others, who may write at the same time.
        var marks = new HashMap<String, Object>();
        if (request.parameters().get(META) instanceof Map<?, ?> meta) {
            var marked = FieldShape.acfNames(old);
            meta.forEach((key, value) -> {
                var name = put(key, value, former, patch);
                if (value == null && marked.contains(name)) {
                    marks.put(name, null);
                }
            });
        }
        if (request.parameters().get(ACF) instanceof Map<?, ?> acf) {
            acf.forEach((key, value) -> {
                var name = put(key, value, former, patch);
                if (value == null) {
                    marks.put(name, null);
                } else if (!old.containsKey(name)) {
                    marks.put(name, true); // a field that is here already is shown as it was
                }
            });
        }
        if (!marks.isEmpty()) {
            patch.put(CustomFields.ACF_NAMES, marks);
        }
        return patch.isEmpty() ? Patch.absent() : Patch.to(patch);
    }

    private static String put(Object key, Object value, Map<String, Object> former, Map<String, Object> patch) {
        var name = String.valueOf(key);
        if (CustomFields.isProtected(name)) {
            throw new WpException(
                    403,
                    "rest_cannot_update",
                    "Sorry, you are not allowed to edit the %s custom field.".formatted(name));
        }
        patch.put(name, former == null ? value : replacement(value));
        return name;
    }

    /** An object replaces the former value as a whole, where a merge patch would add to it. */
    @SuppressWarnings("unchecked") // JSON objects have names
    private static Object replacement(Object value) {
        return value instanceof Map<?, ?> fields ? new CustomFields.Replacement((Map<String, Object>) fields) : value;
    }
}
