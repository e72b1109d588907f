package io.masthead.wp.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which fields a client wants, by {@code _fields}: names, with dots for what lies in them. */
public final class Fields {

    static final Fields ALL = new Fields(List.of());

    private final List<String> wanted;

    private Fields(List<String> wanted) {
        this.wanted = wanted;
    }

    /**
     * @param parameter text between commas or blanks, or a list; null for all
     */
    static Fields of(Object parameter) {
        var names = new ArrayList<String>();
        if (parameter instanceof List<?> list) {
            list.forEach(item -> names.add(String.valueOf(item).strip()));
        } else if (parameter != null) {
            for (var word : parameter.toString().split("[\\s,]+", -1)) {
                names.add(word);
            }
        }
        names.removeIf(String::isEmpty);
        return new Fields(names);
    }

    /** Whether a field, something in it, or what it lies in is wanted. */
    public boolean include(String name) {
        return wanted.isEmpty()
                || wanted.stream()
                        .anyMatch(
                                one ->
                                        one.equals(name)
                                                || one.startsWith(name + ".")
                                                || name.startsWith(one + "."));
    }

    boolean areAll() {
        return wanted.isEmpty();
    }

    /** Only what is wanted; of a list, of each of its items. */
    Object narrow(Object body) {
        if (wanted.isEmpty()) {
            return body;
        }
        if (body instanceof List<?> list) {
            return list.stream().map(this::narrow).toList();
        }
        return body instanceof Map<?, ?> map ? narrow(map, "") : body;
    }

    private Object narrow(Map<?, ?> map, String prefix) {
        var kept = new LinkedHashMap<String, Object>();
        map.forEach(
                (key, value) -> {
                    var name = prefix + key;
                    if (wanted.contains(name)) {
                        kept.put((String) key, value);
                    } else if (wanted.stream().anyMatch(one -> one.startsWith(name + "."))) {
                        var below =
                                value instanceof Map<?, ?> part ? narrow(part, name + ".") : value;
                        if (!List.of().equals(below)) {
                            kept.put((String) key, below);
                        }
                    }
                });
        // PHP knows no empty object.
        return kept.isEmpty() ? List.of() : kept;
    }
}
