package io.masthead.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Sends failures from handlers in front of the resources, in the format of the requested surface. */
@Singleton
public class FailureWriter {

    private final ErrorMappers errors;

    FailureWriter(ErrorMappers errors) {
        this.errors = errors;
    }

    /** Nothing happens if the response has ended or the client has gone. */
    public Future<Void> write(RoutingContext route, Failure failure) {
        var response = route.response();
        if (response.ended() || response.closed()) {
            return Future.succeededFuture();
        }
        var path = route.normalizedPath();
        var answer = errors.render(failure, path.startsWith("/") ? path : "/");
        response.setStatusCode(answer.getStatus());
        answer.getStringHeaders().forEach((name, values) -> response.putHeader(name, values));
        return response.end(Buffer.buffer((byte[]) answer.getEntity()));
    }
}
