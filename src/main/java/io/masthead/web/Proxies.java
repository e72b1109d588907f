package io.masthead.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;

/** Determines the network address of a client; proxies are believed only if the operator trusts them. */
@Singleton
public class Proxies {

    private final TrustedProxies trusted;
    private final ProxyConfig.Header header;

    Proxies(ProxyConfig config) {
        // The start checks refuse invalid networks.
        this.header = config.header();
        this.trusted = TrustedProxies.of(config.trusted().orElse(List.of()));
    }

    /** Whether an address, as text, belongs to a trusted proxy. */
    public boolean trust(String address) {
        return trusted.trust(address);
    }

    /** An IPv4 or IPv6 address as text; empty if unknown. */
    public String clientOf(HttpServerRequest request) {
        var peer = request.remoteAddress();
        if (peer == null || peer.hostAddress() == null) {
            return "";
        }
        var headers = request.headers();
        return switch (header) {
            case X_FORWARDED_FOR ->
                ForwardedHops.byList(peer.hostAddress(), headers.getAll("X-Forwarded-For"), trusted);
            case FORWARDED -> ForwardedHops.byStandard(peer.hostAddress(), headers.getAll("Forwarded"), trusted);
        };
    }
}
