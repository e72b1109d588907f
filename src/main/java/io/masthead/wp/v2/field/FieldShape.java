package io.masthead.wp.v2.field;

import io.masthead.kernel.CustomFields;
import io.masthead.kernel.SeoField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Shows custom fields, except hidden ones and those for search engines. */
public final class FieldShape {

    private FieldShape() {}

    /** @param fields all that are stored */
    public static Object acf(Map<String, Object> fields) {
        return orList(open(fields));
    }

    /** Those that are not the plug-in's, alike. */
    public static Map<String, Object> meta(Map<String, Object> fields) {
        var meta = open(fields);
        meta.keySet().removeAll(acfNames(fields));
        return meta;
    }

    /** As PHP writes it, which knows no empty object. */
    public static Object orList(Map<String, Object> fields) {
        return fields.isEmpty() ? List.of() : fields;
    }

    private static Map<String, Object> open(Map<String, Object> fields) {
        var open = new LinkedHashMap<>(CustomFields.withoutProtected(fields));
        open.keySet().removeIf(name -> name.startsWith(SeoField.PREFIX));
        return open;
    }

    /** The names of the plug-in's fields. */
    static Set<String> acfNames(Map<String, Object> fields) {
        var names = new TreeSet<String>();
        if (fields.get(CustomFields.ACF_NAMES) instanceof Map<?, ?> marked) {
            marked.keySet().forEach(name -> names.add(String.valueOf(name)));
        }
        return names;
    }
}
