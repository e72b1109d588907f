package io.masthead.wp.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which fields a client wants, by {@code _fields}: names, with dots for what lies in them. */
public final class Fields {

    private static final String LINKS = "_links";

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
                        .anyMatch(one -> one.equals(name) || one.startsWith(name + ".") || name.startsWith(one + "."));
    }

    boolean areAll() {
        return wanted.isEmpty();
    }

    /**
     * Only what is wanted; of a list, of each of its items. The links of a single thing are shown
     * whole or not at all: WordPress narrows a thing before it puts the links in.
     */
    Object narrow(Object body) {
        if (wanted.isEmpty()) {
            return body;
        }
        if (body instanceof List<?> list) {
            return list.stream().map(item -> narrowed(item)).toList();
        }
        var narrowed = narrowed(body);
        return body instanceof Map<?, ?> map && map.containsKey(LINKS) && include(LINKS)
                ? with(narrowed, map.get(LINKS))
                : narrowed;
    }

    private Object narrowed(Object body) {
        return body instanceof Map<?, ?> map ? narrow(map, "") : body;
    }

    /** PHP knows no empty object: of one there is a list. */
    private static Object with(Object narrowed, Object links) {
        var more = new LinkedHashMap<Object, Object>();
        if (narrowed instanceof Map<?, ?> map) {
            more.putAll(map);
        }
        more.put(LINKS, links);
        return more;
    }

    private Object narrow(Map<?, ?> map, String prefix) {
        var kept = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> {
            var name = prefix + key;
            if (wanted.contains(name)) {
                kept.put((String) key, value);
            } else if (wanted.stream().anyMatch(one -> one.startsWith(name + "."))) {
                var below = value instanceof Map<?, ?> part ? narrow(part, name + ".") : value;
                if (!List.of().equals(below)) {
                    kept.put((String) key, below);
                }
            }
        });
        // PHP knows no empty object.
        return kept.isEmpty() ? List.of() : kept;
    }
}
