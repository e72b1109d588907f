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

    private final WpRequest request;
    private final Map<String, List<Link>> relations = new LinkedHashMap<>();

    public Links(WpRequest request) {
        this.request = request;
    }

    /**
     * @param route without a slash at its beginning
     */
    public Links add(String relation, String route) {
        return add(relation, route, Map.of());
    }

    public Links add(String relation, String route, Map<String, ?> attributes) {
        return add(relation, route, null, attributes);
    }

    /** One that {@code _embed} follows. */
    public Links embeddable(String relation, Target target) {
        return embeddable(relation, target, Map.of());
    }

    public Links embeddable(String relation, Target target, Map<String, ?> attributes) {
        var more = new TreeMap<String, Object>(attributes);
        more.put(Link.EMBEDDABLE, true);
        return add(relation, target.route(), target, more);
    }

    /**
     * @param allowed what the caller may do there without telling a password
     */
    public Links self(Target target, AllowedMethods allowed) {
        return add("self", target.route(), target, hints(allowed));
    }

    /** As attributes of a link: the methods that the caller may use there; none where none is known. */
    public static Map<String, Object> hints(AllowedMethods allowed) {
        var methods = allowed.names();
        return methods.isEmpty() ? Map.of() : Map.of("targetHints", Map.of("allow", methods));
    }

    private Links add(String relation, String route, Target target, Map<String, ?> attributes) {
        relations
                .computeIfAbsent(relation, key -> new ArrayList<>())
                .add(new Link(request.url(route), target, attributes));
        return this;
    }

    Map<String, Object> toJson() {
        var json = new LinkedHashMap<String, Object>(relations);
        if (relations.keySet().stream().anyMatch(relation -> relation.startsWith("wp:"))) {
            json.put("curies", List.of(CURIE));
        }
        return json;
    }
}
