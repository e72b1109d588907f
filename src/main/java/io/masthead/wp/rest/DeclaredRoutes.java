package io.masthead.wp.rest;

import io.masthead.web.cache.DeclaredParameters;
import io.masthead.web.cache.DeclaredReads;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parameters of the routes that can be read, by path. */
@Singleton
class DeclaredRoutes implements DeclaredReads {

    private final Map<String, DeclaredParameters> fixed = new HashMap<>();
    private final List<Variable> variable = new ArrayList<>();

    /**
     * A route with variables.
     *
     * @param beginning of its paths, which is quicker to compare than the pattern
     */
    private record Variable(String beginning, Route<?> route, DeclaredParameters parameters) {

        boolean has(String path) {
            return path.startsWith(beginning) && route.match(path).isPresent();
        }
    }

    DeclaredRoutes(RouteTable table) {
        for (var route : table.all()) {
            var endpoint = route.endpoint(Endpoint.READ).orElse(null);
            if (endpoint == null) {
                continue;
            }
            int end = route.pattern().indexOf('(');
            if (end >= 0) {
                variable.add(new Variable(route.pattern().substring(0, end), route, parameters(route, endpoint)));
            } else {
                // A route before it may have the same path.
                fixed.putIfAbsent(route.pattern(), variable(route.pattern(), parameters(route, endpoint)));
            }
        }
    }

    @Override
    public DeclaredParameters find(String path) {
        if (!path.startsWith(WpGateway.ROOT)) {
            return null;
        }
        var below = WpGateway.path(path);
        var parameters = fixed.get(below);
        return parameters == null ? variable(below, null) : parameters;
    }

    /** Those of the first route with variables that has the path. */
    private DeclaredParameters variable(String path, DeclaredParameters otherwise) {
        for (var one : variable) {
            if (one.has(path)) {
                return one.parameters();
            }
        }
        return otherwise;
    }

    private static DeclaredParameters parameters(Route<?> route, Endpoint<?> endpoint) {
        var defaults = new HashMap<String, Set<String>>();
        endpoint.arguments().forEach((name, schema) -> defaults.put(name, schema.textsOfDefault()));
        // The path replaces them, whatever the query says; none of their values is the default.
        route.names().forEach(name -> defaults.put(name, Set.of()));
        WpRequest.Option.NAMES.forEach(name -> defaults.putIfAbsent(name, Set.of()));
        return new DeclaredParameters(Map.copyOf(defaults), true);
    }
}
