package io.masthead.wp.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names and values as PHP reads them: {@code a[]=1&a[]=2} is a list, {@code a[b]=1} an object, and
 * of a name that comes twice the last counts.
 */
final class PhpParameters {

    /** As PHP's {@code max_input_vars}. */
    static final int MOST = 1_000;

    private static final int DEEPEST = 8;

    /** A key that PHP takes for a number. */
    private static final Pattern INDEX = Pattern.compile("0|[1-9]\\d{0,17}");

    private final Map<String, Object> values = new LinkedHashMap<>();
    private int count;

    /**
     * @param query between {@code &}s, percent-encoded; null for none
     * @return without those after the first {@value #MOST}
     */
    static Map<String, Object> ofQuery(String query) {
        return ofForm(query).values();
    }

    /** As {@link #ofQuery}, which may also stand in a body. */
    static PhpParameters ofForm(String form) {
        var parameters = new PhpParameters();
        for (var pair : pairs(form)) {
            parameters.add(pair.name(), pair.value());
        }
        return parameters;
    }

    /** None, since there were more than are read. */
    static PhpParameters tooMany() {
        var none = new PhpParameters();
        none.count = MOST + 1;
        return none;
    }

    /**
     * @param value null where no {@code =} follows the name
     */
    record Pair(String name, String value) {}

    static List<Pair> pairs(String query) {
        var pairs = new ArrayList<Pair>();
        if (query == null) {
            return pairs;
        }
        for (int from = 0, end; from <= query.length() && pairs.size() <= MOST; from = end + 1) {
            end = query.indexOf('&', from);
            end = end < 0 ? query.length() : end;
            var part = query.substring(from, end);
            if (part.isEmpty()) {
                continue;
            }
            int equals = part.indexOf('=');
            pairs.add(
                    equals < 0
                            ? new Pair(decode(part), null)
                            : new Pair(decode(part.substring(0, equals)), decode(part.substring(equals + 1))));
        }
        return pairs;
    }

    /** Whether there was more than is read. */
    boolean isTooMany() {
        return count > MOST;
    }

    void add(String name, String value) {
        count++;
        if (count > MOST) {
            return;
        }
        int bracket = name.indexOf('[');
        if (bracket <= 0) {
            values.put(name, value == null ? "" : value);
            return;
        }
        var keys = new ArrayList<String>();
        keys.add(name.substring(0, bracket));
        int from = bracket;
        while (from < name.length() && name.charAt(from) == '[' && keys.size() <= DEEPEST) {
            int end = name.indexOf(']', from);
            if (end < 0) {
                break;
            }
            keys.add(name.substring(from + 1, end));
            from = end + 1;
        }
        put(values, keys, value == null ? "" : value);
    }

    /**
     * Objects whose names are all numbers become lists, in the order in which they were sent and
     * whatever the numbers are: PHP knows arrays alone, and WordPress takes these for lists.
     */
    Map<String, Object> values() {
        values.replaceAll((name, value) -> listed(value));
        return values;
    }

    @SuppressWarnings("unchecked") // maps below are made here alone
    private static void put(Map<String, Object> into, List<String> keys, String value) {
        var key = keys.get(0).isEmpty() ? nextIndex(into) : keys.get(0);
        if (keys.size() == 1) {
            into.put(key, value);
            return;
        }
        var below = into.get(key);
        if (!(below instanceof Map)) {
            below = new LinkedHashMap<String, Object>();
            into.put(key, below);
        }
        put((Map<String, Object>) below, keys.subList(1, keys.size()), value);
    }

    /** One more than the largest, as PHP counts. */
    private static String nextIndex(Map<String, Object> into) {
        return Long.toString(into.keySet().stream()
                        .filter(key -> INDEX.matcher(key).matches())
                        .mapToLong(Long::parseLong)
                        .max()
                        .orElse(-1)
                + 1);
    }

    private static Object listed(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        var plain = new LinkedHashMap<String, Object>();
        var list = new ArrayList<>();
        var isList = true;
        for (var entry : map.entrySet()) {
            var below = listed(entry.getValue());
            plain.put((String) entry.getKey(), below);
            list.add(below);
            isList &= INDEX.matcher((String) entry.getKey()).matches();
        }
        return isList ? list : plain;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A lone percent sign stands for itself, as in PHP.
            return text;
        }
    }
}
