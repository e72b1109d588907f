package io.masthead.wp.openapi;

import io.masthead.wp.rest.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The address of a route as OpenAPI writes it, {@code /wp/v2/posts/{id}}.
 *
 * @param variables by name, the regular expression that each keeps to
 */
record PathTemplate(String path, Map<String, String> variables) {

    private static final String OPENING = "(?P<";

    static PathTemplate of(Route<?> route) {
        var pattern = route.pattern();
        var path = new StringBuilder();
        var variables = new LinkedHashMap<String, String>();
        int from = 0;
        for (int at = pattern.indexOf(OPENING); at >= 0; at = pattern.indexOf(OPENING, from)) {
            path.append(pattern, from, at);
            int named = pattern.indexOf('>', at);
            int end = closing(pattern, at);
            var name = pattern.substring(at + OPENING.length(), named);
            variables.put(name, "^" + pattern.substring(named + 1, end) + "$");
            path.append('{').append(name).append('}');
            from = end + 1;
        }
        path.append(pattern.substring(from));
        return new PathTemplate(path.toString(), variables);
    }

    /** Where the group ends that begins at an index. */
    private static int closing(String pattern, int opening) {
        int depth = 0;
        for (int i = opening; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '(') {
                depth++;
            } else if (pattern.charAt(i) == ')' && --depth == 0) {
                return i;
            }
        }
        throw new IllegalStateException("A group of " + pattern + " does not end");
    }

    /** Without variables, and without what says only which version this is. */
    List<String> words() {
        if (path.equals("/menus/v1")) {
            return List.of("public-namespace");
        }
        return Stream.of(path.replace("/menus/v1/", "/public-").split("/", -1))
                .filter(part -> !part.isEmpty() && !part.startsWith("{"))
                .filter(part -> !part.equals("wp") && !part.matches("v\\d|1\\.0"))
                .toList();
    }

    boolean isOfOne() {
        return path.endsWith("}");
    }

    /**
     * Whether another is that of one of the things that are listed here. Routes call the same
     * variable by different names.
     */
    boolean lists(PathTemplate other) {
        return other.isOfOne() && other.unnamed().equals(unnamed() + "/{}");
    }

    private String unnamed() {
        return path.replaceAll("\\{[^}]*}", "{}");
    }
}
