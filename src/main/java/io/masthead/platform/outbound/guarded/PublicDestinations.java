package io.masthead.platform.outbound.guarded;

import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The public part of the Internet, and ports of web servers. What is not there is refused, be it in use or not: the
 * special-purpose blocks of IANA's registries (RFC 6890), and forms of IPv6 that carry an address of IPv4, which a
 * gateway would unpack behind this check.
 */
@Singleton
class PublicDestinations implements DestinationRule {

    /** Other ports are those of databases, mail and administration, where even a strange request can do harm. */
    private static final List<Integer> PORTS = List.of(80, 443, 8080, 8443);

    private static final List<AddressPrefix> REFUSED_V4 = prefixes(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // shared by providers (CGNAT), and the metadata of Alibaba
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // the metadata of Azure, though in a public block
            "169.254.0.0/16", // link-local, and the metadata of most clouds
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments, and the metadata of Oracle
            "192.0.2.0/24", // documentation
            "192.31.196.0/24", // AS112
            "192.52.193.0/24", // AMT
            "192.88.99.0/24", // relays of 6to4
            "192.168.0.0/16", // private
            "192.175.48.0/24", // AS112
            "198.18.0.0/15", // benchmarking
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, and broadcast

    /** All else is unassigned, local, multicast, or an address of IPv4 in disguise: ::/96, ::ffff:0:0/96, 64:ff9b::/96. */
    private static final AddressPrefix GLOBAL_V6 = AddressPrefix.of("2000::/3");

    private static final List<AddressPrefix> REFUSED_V6 = prefixes(
            "2001::/23", // protocol assignments: Teredo, benchmarking, ORCHID
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4
            "2620:4f:8000::/48", // AS112
            "3fff::/20"); // documentation

    /** In the middle of an address: ISATAP (RFC 5214), which carries one of IPv4; the first byte may have a flag. */
    private static final byte[] ISATAP = {0, 0x5e, (byte) 0xfe};

    private static final int ISATAP_AT = 9;

    private static List<AddressPrefix> prefixes(String... texts) {
        return Stream.of(texts).map(AddressPrefix::of).toList();
    }

    @Override
    public boolean allowsPort(int port) {
        return PORTS.contains(port);
    }

    @Override
    public boolean allows(InetAddress address, int port) {
        // A scope binds an address to one link.
        boolean isScoped = address instanceof Inet6Address v6 && v6.getScopeId() != 0;
        return !isScoped && isPublic(address.getAddress()) && !isOwn(address);
    }

    /** What listens there may be hidden from the rest of the world by a firewall. */
    private static boolean isOwn(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return true; // unknown
        }
    }

    @Override
    public String ports() {
        return PORTS.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** @param address 4 or 16 bytes, which stand for themselves: one of IPv4 in IPv6 is no address of IPv4 here */
    static boolean isPublic(byte[] address) {
        if (address.length == 4) {
            return REFUSED_V4.stream().noneMatch(block -> block.contains(address));
        }
        return GLOBAL_V6.contains(address)
                && REFUSED_V6.stream().noneMatch(block -> block.contains(address))
                && !Arrays.equals(address, ISATAP_AT, ISATAP_AT + ISATAP.length, ISATAP, 0, ISATAP.length);
    }
}
