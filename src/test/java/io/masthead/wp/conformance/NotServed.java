package io.masthead.wp.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What of WordPress' surface is no part of ours, each with its reason. */
final class NotServed {

    private static final Path FILE = Path.of("src/test/resources/io/masthead/wp/conformance/not-served.txt");
    private static final String ROOT = "/wp-json";

    private record Route(String method, Predicate<String> path, String because) {

        boolean is(String otherMethod, String otherPath) {
            return (method.equals("*") || method.equals(otherMethod)) && path.test(otherPath);
        }
    }

    private final List<Route> routes;

    private NotServed(List<Route> routes) {
        this.routes = routes;
    }

    static NotServed read() {
        try {
            return read(Files.readAllLines(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines of a method or {@code *}, a path, and the reason. */
    static NotServed read(List<String> lines) {
        var routes = new ArrayList<Route>();
        for (var line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var parts = line.strip().split("\\s+", 3);
            if (parts.length < 3) {
                throw new IllegalArgumentException("It takes method, path and reason: " + line);
            }
            routes.add(new Route(parts[0], Glob.ofPath(parts[1]), parts[2]));
        }
        return new NotServed(routes);
    }

    Optional<String> why(Exchange exchange) {
        return routes.stream()
                .filter(route -> route.is(exchange.method(), exchange.path()))
                .map(Route::because)
                .findFirst();
    }

    /** Whether the name of a field is a route that we do not serve by any method. */
    boolean isRoute(String name) {
        return name.startsWith("/")
                && routes.stream()
                        .filter(route -> route.method().equals("*"))
                        .anyMatch(route -> route.path().test(ROOT + name));
    }
}
