package io.masthead.imports.item;

import io.masthead.imports.wxr.PhpSerialized;
import io.masthead.imports.wxr.WxrItem;
import io.masthead.post.PostImport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The custom fields of an item that its authors wrote, without those that WordPress and plug-ins hide. */
final class CustomFieldsOf {

    private CustomFieldsOf() {}

    /** The values of a repeated name become a list. */
    static Map<String, Object> item(WxrItem item, ImportWarnings warnings) {
        var values = new LinkedHashMap<String, List<Object>>();
        for (var meta : item.meta()) {
            var name = SourceText.storable(meta.key()).strip();
            if (!name.isEmpty() && !name.startsWith("_")) {
                values.computeIfAbsent(name, key -> new ArrayList<>()).add(value(meta.value()));
            }
        }
        var fields = new LinkedHashMap<String, Object>();
        values.forEach((name, all) -> fields.put(name, all.size() == 1 ? all.get(0) : all));
        return PostImport.fit(fields, warnings::add);
    }

    private static Object value(String text) {
        return PhpSerialized.parse(text).map(CustomFieldsOf::storable).orElseGet(() -> SourceText.storable(text));
    }

    private static Object storable(Object value) {
        if (value instanceof String text) {
            return SourceText.storable(text);
        }
        if (value instanceof List<?> list) {
            var kept = new ArrayList<Object>();
            list.forEach(element -> kept.add(storable(element)));
            return kept;
        }
        if (value instanceof Map<?, ?> map) {
            var kept = new LinkedHashMap<String, Object>();
            map.forEach((key, element) -> kept.put(SourceText.storable(key.toString()), storable(element)));
            return kept;
        }
        return value;
    }
}
