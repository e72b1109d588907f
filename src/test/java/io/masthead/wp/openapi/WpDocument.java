package io.masthead.wp.openapi;

import io.masthead.wp.rest.Endpoint;
import io.masthead.wp.rest.Route;
import io.masthead.wp.rest.RouteTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Describes the surface as OpenAPI 3.1, so that clients can be generated for it too. */
class WpDocument {

    private static final String ROOT = "/wp-json";
    private static final String DESCRIPTION = """
            The publication as WordPress' clients know it: the same content and rights as at \
            `/api/v1`, in the words of WordPress' REST API.

            Lists answer arrays, with `X-WP-Total`, `X-WP-TotalPages` and `Link`. Bodies are JSON \
            or forms. `POST` with `X-HTTP-Method-Override` or `_method` does what the method named \
            there does. Where the surface differs from WordPress, `/docs/wordpress` says why.
            """;

    private final RouteTable routes;
    private final String version;

    WpDocument(RouteTable routes, String version) {
        this.routes = routes;
        this.version = version;
    }

    /** Maps, lists and plain values, in an order that stays. */
    Map<String, Object> build() {
        var paths = new TreeMap<String, Map<String, Object>>();
        var tags = new TreeSet<String>();
        var components = new Components(deletable());
        for (var route : routes.all()) {
            var path = PathTemplate.of(route);
            tags.add(OperationNames.tag(path));
            paths.put(address(path), operations(route, path, components));
        }
        return Components.ordered(
                "openapi",
                "3.1.0",
                "info",
                info(),
                "servers",
                List.of(Components.ordered("url", "/", "description", "The server that this document comes from.")),
                "tags",
                tags.stream().map(WpDocument::tag).toList(),
                "paths",
                paths,
                "components",
                components.build());
    }

    private Map<String, Object> info() {
        return Components.ordered(
                "title",
                "Masthead for WordPress' clients",
                "version",
                version,
                "description",
                DESCRIPTION,
                "contact",
                Map.of("name", "The maintainers of Masthead"),
                "license",
                Components.ordered("name", "Apache-2.0", "identifier", "Apache-2.0"));
    }

    private static Map<String, Object> tag(String name) {
        return Components.ordered(
                "name",
                name,
                "description",
                switch (name) {
                    case "Site" -> "What the site is, and which routes it has.";
                    case "Public menus" -> "What lies at `/menus/v1` and below: menus for everybody.";
                    case "Oembed" -> "What lies at `/oembed/1.0` and below: cards of posts for other sites.";
                    case "Jwt-auth" -> "What lies at `/jwt-auth/v1` and below.";
                    default -> "What lies at `/wp/v2/" + name.toLowerCase(Locale.ROOT) + "` and below.";
                });
    }

    private static String address(PathTemplate path) {
        return path.path().equals("/") ? ROOT : ROOT + path.path();
    }

    private Map<String, Object> operations(Route<?> route, PathTemplate path, Components components) {
        var item = routes.all().stream()
                .map(PathTemplate::of)
                .filter(path::lists)
                .findFirst()
                .orElse(null);
        var operations = new LinkedHashMap<String, Object>();
        for (Endpoint<?> endpoint : route.endpoints()) {
            operations.put(
                    endpoint.methods().get(0).toLowerCase(Locale.ROOT),
                    new OperationDocument(route, path, endpoint, item, components).build());
        }
        return operations;
    }

    private Set<String> deletable() {
        var deletable = new TreeSet<String>();
        for (var route : routes.all()) {
            if (route.endpoints().stream().anyMatch(end -> end.methods().contains("DELETE"))) {
                deletable.add(PathTemplate.of(route).path());
            }
        }
        return deletable;
    }
}
