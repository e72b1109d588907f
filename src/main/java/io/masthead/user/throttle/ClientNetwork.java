package io.masthead.user.throttle;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Identifies the client of an address: by the whole IPv4 address, or by the first 64 bits of an IPv6 address, since
 * a client has all addresses that begin with these.
 */
public final class ClientNetwork {

    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final int PREFIX_BYTES = 8;

    private ClientNetwork() {}

    /**
     * @param address an IPv4 or IPv6 address as text; empty where none is known
     * @return an IPv4 address, or the first half of an IPv6 address
     */
    public static String of(String address) {
        int zone = address.indexOf('%');
        var literal = zone < 0 ? address : address.substring(0, zone);
        // What is no address must not be looked up as a name.
        if (!IPV6.matcher(literal).matches()) {
            return literal;
        }
        try {
            var read = InetAddress.getByName(literal);
            return read instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(read.getAddress(), PREFIX_BYTES))
                    : read.getHostAddress();
        } catch (UnknownHostException e) {
            return literal;
        }
    }
}
