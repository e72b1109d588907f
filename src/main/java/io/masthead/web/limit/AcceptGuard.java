package io.masthead.web.limit;

import io.masthead.user.throttle.ClientNetwork;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Checks connections before anything is read from them: limits the number per client. */
@Sharable
final class AcceptGuard extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = Logger.getLogger(AcceptGuard.class);

    private final int perClient;
    private final Predicate<String> trusted;
    private final Supplier<ChannelHandler> guards;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    /**
     * @param trusted whether an address is a proxy's, which forwards many clients
     * @param guards creates the guard of one connection
     */
    AcceptGuard(int perClient, Predicate<String> trusted, Supplier<ChannelHandler> guards) {
        this.perClient = perClient;
        this.trusted = trusted;
        this.guards = guards;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        var connection = (Channel) message;
        if (connection.remoteAddress() instanceof InetSocketAddress remote
                && !trusted.test(remote.getAddress().getHostAddress())) {
            var client = ClientNetwork.of(remote.getAddress().getHostAddress());
            if (open.merge(client, 1, Integer::sum) > perClient) {
                left(client);
                LOG.debugf("%s has too many connections", remote.getAddress());
                connection.unsafe().closeForcibly();
                return;
            }
            connection.closeFuture().addListener(closed -> left(client));
        }
        connection.pipeline().addFirst(guards.get());
        context.fireChannelRead(connection);
    }

    private void left(String client) {
        open.computeIfPresent(client, (network, count) -> count == 1 ? null : count - 1);
    }
}
