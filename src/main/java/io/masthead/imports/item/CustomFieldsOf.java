package io.masthead.imports.item;

import io.masthead.imports.wxr.PhpSerialized;
import io.masthead.imports.wxr.WxrMeta;
import io.masthead.kernel.CustomFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The custom fields of an item or term: those that its authors wrote, and what plug-ins keep for search engines, without all
 * else that WordPress and plug-ins hide.
 */
public final class CustomFieldsOf {

    /** By this the plug-in refers from a value to the definition of its field, under the value's name with a _. */
    private static final Pattern ACF_REFERENCE = Pattern.compile("field_[0-9A-Za-z_]+");

    private CustomFieldsOf() {}

    /** Whether a hidden field becomes a custom field, or says something of one. */
    public static boolean isRead(String key, String value) {
        return SeoFields.isOne(key) || ACF_REFERENCE.matcher(value).matches();
    }

    /** The values of a repeated name become a list, and numbered names of the plug-in a list of objects. */
    public static Map<String, Object> of(List<WxrMeta> meta, Consumer<String> warnings) {
        var values = new LinkedHashMap<String, List<Object>>();
        var seo = new LinkedHashMap<String, Object>();
        var acf = new LinkedHashSet<String>();
        for (var one : meta) {
            var name = SourceText.storable(one.key()).strip();
            if (SeoFields.isOne(name)) {
                SeoFields.name(one).ifPresent(own -> seo.putIfAbsent(own, SeoFields.value(own, value(one.value()))));
            } else if (name.startsWith("_")) {
                if (ACF_REFERENCE.matcher(one.value().strip()).matches()) {
                    acf.add(name.substring(1));
                }
            } else if (!name.isEmpty()) {
                values.computeIfAbsent(name, key -> new ArrayList<>()).add(value(one.value()));
            }
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        values.forEach((name, all) -> fields.put(name, all.size() == 1 ? all.get(0) : all));
        var folded = new LinkedHashMap<>(acf.isEmpty() ? fields : RepeatedFields.folded(fields));
        folded.putAll(seo);
        var names = named(acf, folded.keySet());
        if (!names.isEmpty()) {
            folded.put(CustomFields.ACF_NAMES, names.stream().collect(Collectors.toMap(name -> name, name -> true)));
        }
        return CustomFields.fit(folded, warnings);
    }

    private static List<String> named(Set<String> acf, Set<String> fields) {
        return acf.stream().filter(fields::contains).sorted().collect(Collectors.toList());
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
