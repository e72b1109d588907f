package io.masthead.wp.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The {@code _links} of a thing. */
public final class Links {

    private static final Map<String, Object> CURIE =
            new TreeMap<>(Map.of("name", "wp", "href", "https://api.w.org/{rel}", "templated", true));

    private final Map<String, List<Map<String, Object>>> relations = new LinkedHashMap<>();

    public Links add(String relation, String href) {
        return add(relation, href, Map.of());
    }

    /** One that {@code _embed} follows. */
    public Links embeddable(String relation, String href) {
        return add(relation, href, Map.of("embeddable", true));
    }

    public Links add(String relation, String href, Map<String, ?> attributes) {
        // In one order on every node and start: entity tags are made of what is written.
        var link = new TreeMap<String, Object>(attributes);
        link.put("href", href);
        relations.computeIfAbsent(relation, key -> new ArrayList<>()).add(link);
        return this;
    }

    /**
     * @param allow the methods that the caller may use there
     */
    public Links self(String href, List<String> allow) {
        return add("self", href, Map.of("targetHints", Map.of("allow", allow)));
    }

    Map<String, Object> toJson() {
        var json = new LinkedHashMap<String, Object>(relations);
        if (relations.keySet().stream().anyMatch(relation -> relation.startsWith("wp:"))) {
            json.put("curies", List.of(CURIE));
        }
        return json;
    }
}
