package io.masthead.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Determines the client from proxy headers. Each proxy appends the address it received the request from, so the
 * list is read from its end: only entries by trusted proxies count, and a client's own entries come before
 * those.
 */
final class ForwardedHops {

    private static final Pattern PARAMETER =
            Pattern.compile("(?i)(?:^|;)\\s*for\\s*=\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[^;\\s]+)");

    private ForwardedHops() {}

    /**
     * The client by the last trustworthy entry.
     *
     * @param peer the address at the other end of the connection
     * @param forwardedFor the lines of {@code X-Forwarded-For}
     */
    static String byList(String peer, List<String> forwardedFor, TrustedProxies trusted) {
        return client(peer, addresses(forwardedFor), trusted);
    }

    /**
     * As {@link #byList}, from another header.
     *
     * @param forwarded the lines of {@code Forwarded} (RFC 7239)
     */
    static String byStandard(String peer, List<String> forwarded, TrustedProxies trusted) {
        return client(peer, elements(forwarded), trusted);
    }

    private static String client(String peer, List<String> hops, TrustedProxies trusted) {
        var client = peer;
        for (int i = hops.size() - 1; i >= 0 && trusted.trust(client); i--) {
            var hop = hops.get(i);
            if (!TrustedProxies.isAddress(hop)) {
                break;
            }
            client = hop;
        }
        return client;
    }

    private static List<String> addresses(List<String> lines) {
        var hops = new ArrayList<String>();
        for (var line : lines) {
            for (var hop : line.split(",", -1)) {
                hops.add(bare(hop.strip()));
            }
        }
        return hops;
    }

    private static List<String> elements(List<String> lines) {
        var hops = new ArrayList<String>();
        for (var line : lines) {
            // A comma in quotes would belong to an obfuscated name, which ends the search anyway.
            for (var element : line.split(",", -1)) {
                var node = PARAMETER.matcher(element);
                hops.add(node.find() ? bare(node.group(1).replace("\"", "")) : "");
            }
        }
        return hops;
    }

    /** Without the port, and without the brackets of an IPv6 address. */
    private static String bare(String node) {
        if (node.startsWith("[")) {
            int end = node.indexOf(']');
            return end < 0 ? node : node.substring(1, end);
        }
        int colon = node.indexOf(':');
        return colon >= 0 && colon == node.lastIndexOf(':') ? node.substring(0, colon) : node;
    }
}
