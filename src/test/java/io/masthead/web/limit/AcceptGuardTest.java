package io.masthead.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.junit.jupiter.api.Test;

class AcceptGuardTest {

    private final EmbeddedChannel server =
            new EmbeddedChannel(new AcceptGuard(2, "192.0.2.9"::equals, ChannelInboundHandlerAdapter::new));

    @Test
    void one_address_has_so_many_connections_at_once_and_no_more() {
        var first = from("192.0.2.1");
        assertThat(from("192.0.2.1").isOpen()).isTrue();
        assertThat(from("192.0.2.1").isOpen()).isFalse();
        assertThat(from("192.0.2.2").isOpen()).isTrue();

        var unused = first.close();
        assertThat(from("192.0.2.1").isOpen()).isTrue();
        assertThat(from("192.0.2.1").isOpen()).isFalse();
    }

    @Test
    void a_network_of_ipv6_is_one_client() {
        assertThat(from("2001:db8:0:1::1").isOpen()).isTrue();
        assertThat(from("2001:db8:0:1::2").isOpen()).isTrue();
        assertThat(from("2001:db8:0:1:ffff::3").isOpen()).isFalse();
        assertThat(from("2001:db8:0:2::1").isOpen()).isTrue();
    }

    @Test
    void a_trusted_proxy_speaks_for_many() {
        for (int i = 0; i < 5; i++) {
            assertThat(from("192.0.2.9").isOpen()).isTrue();
        }
    }

    private EmbeddedChannel from(String address) {
        var connection = new EmbeddedChannel() {
            @Override
            protected SocketAddress remoteAddress0() {
                return new InetSocketAddress(address, 1);
            }
        };
        server.writeInbound(connection);
        return connection;
    }
}
