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
    record Match<T>(Route<T> route, Endpoint<T> endpoint, Map<String, Object> variables) {

        /** Empty where the path is another route's. */
        static <T> Optional<Match<T>> of(Route<T> route, String method, String path) {
            return route.match(path)
                    .map(variables -> new Match<>(route, route.endpoint(method).orElse(null), variables));
        }
    }

    private final List<Route<?>> routes;

    RouteTable(@All List<WpRoutes> all) {
        routes = all.stream()
                .sorted(Comparator.comparing(routes -> routes.getClass().getName()))
                .<Route<?>>flatMap(one -> one.routes().stream())
                .toList();
    }

    public List<Route<?>> all() {
        return routes;
    }

    /** Empty where no route has this path. */
    Optional<Match<?>> find(String method, String path) {
        var wanted = method.equals("HEAD") ? "GET" : method;
        Match<?> other = null;
        for (var route : routes) {
            var match = Match.of(route, wanted, path).orElse(null);
            if (match != null && match.endpoint() != null) {
                return Optional.of(match);
            }
            if (other == null) {
                other = match;
            }
        }
        return Optional.ofNullable(other);
    }
}
