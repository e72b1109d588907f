package io.masthead.wp.rest;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All routes of this surface. */
@Singleton
public class RouteTable {

    /**
     * @param route the first that has the path, where none of them takes the method
     * @param endpoint null where no route with this path takes the method
     * @param variables what the path holds
     */
    record Match(Route route, Endpoint endpoint, Map<String, Object> variables) {}

    private final List<Route> routes;

    RouteTable(@All List<WpRoutes> all) {
        routes = all.stream()
                .sorted(Comparator.comparing(routes -> routes.getClass().getName()))
                .flatMap(one -> one.routes().stream())
                .toList();
    }

    public List<Route> all() {
        return routes;
    }

    /** Empty where no route has this path. */
    Optional<Match> find(String method, String path) {
        Match other = null;
        for (var route : routes) {
            var variables = route.match(path).orElse(null);
            if (variables == null) {
                continue;
            }
            var endpoint = route.endpoint(method.equals("HEAD") ? "GET" : method);
            if (endpoint.isPresent()) {
                return Optional.of(new Match(route, endpoint.get(), variables));
            }
            if (other == null) {
                other = new Match(route, null, variables);
            }
        }
        return Optional.ofNullable(other);
    }
}
