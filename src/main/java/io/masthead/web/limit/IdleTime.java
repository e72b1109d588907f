package io.masthead.web.limit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;

/**
 * Lets a request take longer than the time after which the server closes connections without traffic: a store on
 * another server may need minutes for a file that has been received completely.
 */
final class IdleTime {

    /** The names that Vert.x gives its handlers. */
    private static final String IDLE = "idle";

    private static final String LAST = "handler";

    private IdleTime() {}

    /** Until the response has ended. Must be called by the event loop of the request. */
    static void suspend(RoutingContext route) {
        if (route.request().connection() instanceof ConnectionBase connection) {
            var channel = connection.channel();
            if (channel.pipeline().get(IDLE) instanceof IdleStateHandler idle) {
                channel.pipeline().remove(idle);
                route.addEndHandler(ended -> channel.eventLoop().execute(() -> resume(channel, idle)));
            }
        }
    }

    /** By a new handler: Netty accepts none twice. */
    private static void resume(Channel channel, IdleStateHandler before) {
        ChannelPipeline pipeline = channel.pipeline();
        if (channel.isActive() && pipeline.get(IDLE) == null && pipeline.get(LAST) != null) {
            pipeline.addBefore(
                    LAST,
                    IDLE,
                    new IdleStateHandler(
                            before.getReaderIdleTimeInMillis(),
                            before.getWriterIdleTimeInMillis(),
                            before.getAllIdleTimeInMillis(),
                            TimeUnit.MILLISECONDS));
        }
    }
}
