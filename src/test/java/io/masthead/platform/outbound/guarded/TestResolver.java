package io.masthead.platform.outbound.guarded;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Names in {@code .test} are this machine; others are what they are. */
@Mock
@Singleton
class TestResolver implements HostResolver {

    private final SystemResolver real = new SystemResolver();

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        return host.endsWith(".test") ? List.of(InetAddress.getLoopbackAddress()) : real.resolve(host);
    }
}
