package io.masthead.platform.outbound.guarded;

import java.net.InetAddress;

/** Decides what may be connected to. */
interface DestinationRule {

    /** Whether a URL may name this port. */
    boolean allowsPort(int port);

    /** Whether this address may be connected to, at a port that is allowed. */
    boolean allows(InetAddress address, int port);

    /** The allowed ports, for people. */
    String ports();
}
