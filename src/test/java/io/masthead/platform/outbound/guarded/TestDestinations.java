package io.masthead.platform.outbound.guarded;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The real rule; besides, tests may open ports of this machine, which then stand for those of a public server. */
@Mock
@Singleton
public class TestDestinations implements DestinationRule {

    private final PublicDestinations real = new PublicDestinations();
    private final Set<Integer> known = ConcurrentHashMap.newKeySet();
    private final Set<Integer> open = ConcurrentHashMap.newKeySet();

    /** Lets URLs name these ports; of them, only those that are open may be connected to. */
    public void know(List<Integer> ports) {
        known.addAll(ports);
    }

    public void open(int port) {
        known.add(port);
        open.add(port);
    }

    public void closeAll() {
        known.clear();
        open.clear();
    }

    @Override
    public boolean allowsPort(int port) {
        return real.allowsPort(port) || known.contains(port);
    }

    @Override
    public boolean allows(InetAddress address, int port) {
        return real.allows(address, port) || (address.isLoopbackAddress() && open.contains(port));
    }

    @Override
    public String ports() {
        return real.ports();
    }
}
