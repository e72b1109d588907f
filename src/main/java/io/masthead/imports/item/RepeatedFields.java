package io.masthead.imports.item;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Makes lists of what the plug-in Advanced Custom Fields keeps under numbered names: of {@code items} with the count 2,
 * {@code items_0_title} and {@code items_1_title} the list {@code items} with two objects that have a {@code title}.
 * What contains other layouts names them in a list instead of the count; each object gets its layout's name as {@code
 * acf_fc_layout}, as in the plug-in's own answers.
 */
final class RepeatedFields {

    private static final int MAX_ROWS = 500;
    private static final int MAX_DEPTH = 6;
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,2}");

    private RepeatedFields() {}

    /** In the order of the given fields; those that form no list stay as they are. */
    static Map<String, Object> folded(Map<String, Object> fields) {
        return folded(fields, 0);
    }

    private static Map<String, Object> folded(Map<String, Object> fields, int depth) {
        var sorted = new TreeMap<>(fields);
        var result = new LinkedHashMap<>(fields);
        if (depth == MAX_DEPTH) {
            return result;
        }
        for (var field : fields.entrySet()) {
            var name = field.getKey();
            var layouts = layouts(field.getValue());
            if (layouts == null || !result.containsKey(name)) {
                continue;
            }
            var rows = rows(name, layouts.size(), sorted);
            if (rows == null) {
                continue;
            }
            var list = new ArrayList<Object>();
            for (int i = 0; i < layouts.size(); i++) {
                var row = new LinkedHashMap<String, Object>();
                if (layouts.get(i) != null) {
                    row.put("acf_fc_layout", layouts.get(i));
                }
                row.putAll(folded(rows.get(i), depth + 1));
                list.add(row);
                int number = i;
                rows.get(i).keySet().forEach(below -> result.remove(name + "_" + number + "_" + below));
            }
            result.put(name, list);
        }
        return result;
    }

    /** The layout of each row, null where there is but one; null for what counts no rows. */
    private static List<String> layouts(Object value) {
        if (value instanceof List<?> list) {
            var named = !list.isEmpty()
                    && list.size() <= MAX_ROWS
                    && list.stream().allMatch(layout -> layout instanceof String);
            return named ? list.stream().map(String.class::cast).toList() : null;
        }
        var text = String.valueOf(value);
        if (!(value instanceof String || value instanceof Long)
                || !COUNT.matcher(text).matches()) {
            return null;
        }
        int count = Integer.parseInt(text);
        if (count > MAX_ROWS) {
            return null;
        }
        var layouts = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            layouts.add(null);
        }
        return layouts;
    }

    /** The fields of each row; null unless each row has any. */
    private static List<Map<String, Object>> rows(String name, int count, NavigableMap<String, Object> sorted) {
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < count; i++) {
            var prefix = name + "_" + i + "_";
            var row = new LinkedHashMap<String, Object>();
            // The next character after the underscore ends the names with this prefix.
            sorted.subMap(prefix, name + "_" + i + "`")
                    .forEach((full, value) -> row.put(full.substring(prefix.length()), value));
            if (row.isEmpty()) {
                return null;
            }
            rows.add(row);
        }
        return rows;
    }
}
