package io.masthead.web.limit;

import io.masthead.web.Failure;
import io.masthead.web.FailureWriter;
import io.vertx.core.Future;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Sends refusals in the format of the requested surface, and closes the connection. */
@Singleton
class Refusals {

    /**
     * A client that reads only after sending everything would otherwise see a broken connection instead of the
     * response.
     */
    private static final long LINGER_MILLIS = 1_000;

    private final FailureWriter failures;
    private final Connections connections;

    Refusals(FailureWriter failures, Connections connections) {
        this.failures = failures;
        this.connections = connections;
    }

    void refuse(RoutingContext route, Failure failure) {
        answer(route, failure).onComplete(sent -> end(route));
    }

    /** As {@link #refuse}, but for a while the rest of the body is read and discarded. */
    void refuseBody(RoutingContext route, Failure failure) {
        var request = route.request();
        if (request.isEnded()) {
            refuse(route, failure);
            return;
        }
        answer(route, failure);
        request.handler(dropped -> {});
        request.exceptionHandler(gone -> {});
        request.endHandler(end -> end(route));
        request.resume();
        route.vertx().setTimer(LINGER_MILLIS, late -> end(route));
    }

    private Future<Void> answer(RoutingContext route, Failure failure) {
        var response = route.response();
        if (response.ended() || response.closed()) {
            return Future.succeededFuture();
        }
        response.putHeader("Connection", "close");
        var connection = (ConnectionBase) route.request().connection();
        connections.guard(connection.channel()).refuse();
        return failures.write(route, failure);
    }

    private static void end(RoutingContext route) {
        route.request().connection().close();
    }
}
