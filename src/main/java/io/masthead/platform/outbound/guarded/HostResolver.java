package io.masthead.platform.outbound.guarded;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. */
interface HostResolver {

    /**
     * May wait for other servers, for however long these take.
     *
     * @param host a name, or an address as in a URL
     * @return all of them, at least one
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
