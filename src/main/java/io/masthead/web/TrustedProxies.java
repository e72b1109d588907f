package io.masthead.web;

import io.netty.util.NetUtil;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The networks of trusted proxies, each an address or, in CIDR notation (RFC 4632), an address and the number
 * of its leading bits.
 */
public final class TrustedProxies {

    private static final class Network {

        private final byte[] address;
        private final int bits;

        Network(byte[] address, int bits) {
            this.address = address;
            this.bits = bits;
        }

        boolean covers(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Network> networks;

    private TrustedProxies(List<Network> networks) {
        this.networks = List.copyOf(networks);
    }

    /** @throws IllegalArgumentException with a sentence that names the invalid network */
    public static TrustedProxies of(List<String> texts) {
        var networks = new ArrayList<Network>();
        for (var text : texts) {
            networks.add(network(text.strip()));
        }
        return new TrustedProxies(networks);
    }

    /** Names are never resolved: text that is no address is not trusted. */
    boolean trust(String address) {
        var bytes = bytes(address);
        return bytes != null && networks.stream().anyMatch(network -> network.covers(bytes));
    }

    /** Whether the text is an IPv4 or IPv6 address, without a zone, which could be any text. */
    static boolean isAddress(String text) {
        return text.indexOf('%') < 0 && bytes(text) != null;
    }

    private static Network network(String text) {
        int slash = text.indexOf('/');
        var address = bytes(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            throw noNetwork(text);
        }
        int most = address.length * 8;
        if (slash < 0) {
            return new Network(address, most);
        }
        var bits = text.substring(slash + 1);
        if (!bits.matches("[0-9]{1,3}") || Integer.parseInt(bits) > most) {
            throw noNetwork(text);
        }
        return new Network(address, Integer.parseInt(bits));
    }

    private static IllegalArgumentException noNetwork(String text) {
        return new IllegalArgumentException("'" + text + "' is neither an address nor a network such as 10.0.0.0/8.");
    }

    private static byte[] bytes(String text) {
        // A zone names an interface of this machine and does not identify the peer.
        int zone = text.indexOf('%');
        var literal = zone < 0 ? text : text.substring(0, zone);
        var bytes = NetUtil.createByteArrayFromIpAddressString(literal);
        return bytes != null && bytes.length == 16 && isMapped(bytes) ? Arrays.copyOfRange(bytes, 12, 16) : bytes;
    }

    /** An IPv4 address as dual-stack sockets show it (RFC 4291 section 2.5.5.2). */
    private static boolean isMapped(byte[] bytes) {
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[10] == (byte) 0xff && bytes[11] == (byte) 0xff;
    }
}
