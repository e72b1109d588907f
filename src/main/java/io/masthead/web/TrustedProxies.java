package io.masthead.web;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The networks of trusted proxies, each an address or, in CIDR notation (RFC 4632), an address and the number
 * of its leading bits.
 */
public final class TrustedProxies {

    private static final Pattern NETWORK = Pattern.compile("([^/]+)(?:/([0-9]{1,3}))?");

    private final List<IpSubnetFilterRule> networks;

    private TrustedProxies(List<IpSubnetFilterRule> networks) {
        this.networks = networks;
    }

    /** @throws IllegalArgumentException with a sentence that names the invalid network */
    public static TrustedProxies of(List<String> texts) {
        return new TrustedProxies(
                texts.stream().map(text -> network(text.strip())).toList());
    }

    /** Names are never resolved: text that is no address is not trusted. */
    boolean trust(String text) {
        var address = address(text);
        if (address == null) {
            return false;
        }
        var peer = new InetSocketAddress(address, 0);
        return networks.stream().anyMatch(network -> network.matches(peer));
    }

    /** Whether the text is an IPv4 or IPv6 address, without a zone, which could be any text. */
    static boolean isAddress(String text) {
        return text.indexOf('%') < 0 && address(text) != null;
    }

    private static IpSubnetFilterRule network(String text) {
        var parts = NETWORK.matcher(text);
        var address = parts.matches() ? address(parts.group(1)) : null;
        if (address != null) {
            int most = address.getAddress().length * Byte.SIZE;
            int bits = parts.group(2) == null ? most : Integer.parseInt(parts.group(2));
            if (bits <= most) {
                return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
            }
        }
        throw new IllegalArgumentException("'" + text + "' is neither an address nor a network such as 10.0.0.0/8.");
    }

    /** An IPv4 address that a dual-stack socket shows as IPv6 becomes one of IPv4; null if it is no address. */
    private static InetAddress address(String text) {
        // A zone names an interface of this machine and does not identify the peer.
        int zone = text.indexOf('%');
        return NetUtil.createInetAddressFromIpAddressString(zone < 0 ? text : text.substring(0, zone));
    }
}
