package io.masthead.wp.rest;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** All routes of this surface. */
@Singleton
public class RouteTable {

    /**
     * @param route the first that has the path, where none of them takes the method
     * @param endpoint null where no route with this path takes the method
     * @param variables what the path holds
     * @param target what the request is about, loaded once
     */
    record Match<T>(Route<T> route, Endpoint<T> endpoint, Map<String, Object> variables, Supplier<T> target) {

        /** Empty where the path is another route's. */
        static <T> Optional<Match<T>> of(Route<T> route, WpRequest request) {
            var method = request.method().equals("HEAD") ? Endpoint.READ : request.method();
            return route.match(request.path())
                    .map(variables -> new Match<>(
                            route,
                            route.endpoint(method).orElse(null),
                            variables,
                            new Once<>(() -> route.target().apply(request))));
        }

        /** To read what the request is about. */
        Match<T> reading() {
            return new Match<>(route, route.endpoint(Endpoint.READ).orElseThrow(), variables, target);
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
    Optional<Match<?>> find(WpRequest request) {
        Match<?> other = null;
        for (var route : routes) {
            var match = Match.of(route, request).orElse(null);
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
