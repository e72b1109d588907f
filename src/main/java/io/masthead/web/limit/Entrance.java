package io.masthead.web.limit;

import io.masthead.web.Failure;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** The first handler of a request. */
@Singleton
class Entrance {

    /** Before all other handlers, except those that set response headers. */
    private static final int FIRST = 950;

    private static final int UNREADABLE = 400;
    private static final String ENTERED = "masthead.entered";

    private final Connections connections;
    private final Refusals refusals;

    Entrance(Connections connections, Refusals refusals) {
        this.connections = connections;
        this.refusals = refusals;
    }

    void install(@Observes Filters filters) {
        filters.register(this::enter, FIRST);
    }

    /** Errors of the router itself, such as a request without Host, would be logged as failures. */
    void refuse(@Observes Router router) {
        router.route().order(-FIRST).failureHandler(route -> {
            if (route.statusCode() == UNREADABLE) {
                refusals.refuse(route, Failure.of(UNREADABLE, "The request cannot be read."));
            } else {
                route.next();
            }
        });
    }

    private void enter(RoutingContext route) {
        if (route.get(ENTERED) != null) {
            // A rerouted request was checked when it arrived.
            route.next();
            return;
        }
        route.put(ENTERED, true);
        if (!Framing.isPlain(route.request())) {
            refusals.refuse(route, Failure.of(400, "The end of the request is ambiguous."));
            return;
        }
        var context = Vertx.currentContext();
        var connection = ((ConnectionBase) route.request().connection()).channel();
        var guard = connections.guard(connection);
        route.addEndHandler(end -> {
            if (connection.eventLoop().inEventLoop()) {
                guard.end();
            } else {
                connection.eventLoop().execute(guard::end);
            }
        });
        var begun = new boolean[1];
        guard.begin(() -> {
            if (begun[0]) {
                context.runOnContext(drained -> route.next());
            } else {
                route.next();
            }
        });
        begun[0] = true;
    }
}
