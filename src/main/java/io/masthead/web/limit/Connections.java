package io.masthead.web.limit;

import io.masthead.web.Proxies;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;

/**
 * Adds guards to the connections of the server. Quarkus and Vert.x have no hook for that, so the first request
 * is used to find the accepting socket.
 */
@Singleton
class Connections {

    private static final String ACCEPT = "masthead.accept";

    private final AcceptGuard accept;
    private final AnswerQueues queues;
    private final ConnectionGuard.Limits limits;

    Connections(ConnectionConfig config, AnswerConfig answers, AnswerQueues queues, Proxies proxies) {
        this.queues = queues;
        this.limits = new ConnectionGuard.Limits(
                config.headTime().toNanos(),
                answers.rate().asLongValue(),
                answers.patience().toNanos());
        this.accept = new AcceptGuard(config.perClient(), proxies::trust, this::newGuard);
    }

    /** Must be called on the event loop of the connection. */
    ConnectionGuard guard(Channel connection) {
        var guard = ConnectionGuard.of(connection);
        return guard == null ? install(connection) : guard;
    }

    private ConnectionGuard install(Channel connection) {
        var server = connection.parent();
        if (server != null) {
            server.eventLoop().execute(() -> {
                if (server.pipeline().get(ACCEPT) == null) {
                    server.pipeline().addFirst(ACCEPT, accept);
                }
            });
        }
        var guard = newGuard();
        connection.pipeline().addFirst(guard);
        return guard;
    }

    private ConnectionGuard newGuard() {
        return new ConnectionGuard(limits, queues);
    }
}
