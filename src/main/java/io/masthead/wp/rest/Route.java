package io.masthead.wp.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * An address of this surface and what can be done there.
 *
 * @param pattern a regular expression in PHP's syntax, as the index shows it; named groups become
 *     parameters
 * @param schema of what lies there, with WordPress' extra links; null where nothing does
 */
public record Route(
        String namespace,
        String pattern,
        Pattern compiled,
        List<String> names,
        Map<String, Object> schema,
        List<Endpoint> endpoints) {

    private static final Pattern NAMED = Pattern.compile("\\(\\?P<([a-z_]+)>");

    public static Route of(String pattern, ResourceSchema schema, Endpoint... endpoints) {
        return in("wp/v2", pattern, schema.document(), endpoints);
    }

    static Route in(String namespace, String pattern, Map<String, Object> schema, Endpoint... endpoints) {
        var names = new ArrayList<String>();
        var named = NAMED.matcher(pattern);
        while (named.find()) {
            names.add(named.group(1));
        }
        // Java allows no underscore in the name of a group.
        var java = new StringBuilder();
        named.reset();
        int number = 0;
        while (named.find()) {
            named.appendReplacement(java, "(?<g" + number + ">");
            number++;
        }
        named.appendTail(java);
        return new Route(
                namespace,
                pattern,
                Pattern.compile(java.toString(), Pattern.CASE_INSENSITIVE),
                List.copyOf(names),
                schema,
                List.of(endpoints));
    }

    /** The parameters that the path holds; empty where it is another route's. */
    Optional<Map<String, Object>> match(String path) {
        var matcher = compiled.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), matcher.group("g" + i));
        }
        return Optional.of(values);
    }

    Optional<Endpoint> endpoint(String method) {
        return endpoints.stream().filter(end -> end.methods().contains(method)).findFirst();
    }

    List<String> methods() {
        return endpoints.stream()
                .flatMap(end -> end.methods().stream())
                .distinct()
                .toList();
    }

    /** As the index shows it; {@code self} only where the path has no variables. */
    Map<String, Object> toJson(Function<String, String> url) {
        var json = new LinkedHashMap<String, Object>();
        json.put("namespace", namespace);
        json.put("methods", methods());
        json.put("endpoints", endpoints.stream().map(Route::toJson).toList());
        if (names.isEmpty()) {
            json.put("_links", Map.of("self", List.of(Map.of("href", url.apply(pattern.substring(1))))));
        }
        return json;
    }

    private static Map<String, Object> toJson(Endpoint endpoint) {
        var json = new LinkedHashMap<String, Object>();
        json.put("methods", endpoint.methods());
        if (endpoint.batchable()) {
            json.put("allow_batch", Map.of("v1", true));
        }
        var arguments = new LinkedHashMap<String, Object>();
        endpoint.arguments().forEach((name, schema) -> arguments.put(name, schema.toArgumentJson()));
        json.put("args", arguments.isEmpty() ? List.of() : arguments);
        return json;
    }
}
