package io.masthead.web;

import io.vertx.core.http.HttpServerRequest;

import jakarta.enterprise.context.RequestScoped;

/**
 * The network address that a request came from; past proxies only where the operator trusts them.
 */
@RequestScoped
public class ClientAddress {

    private final HttpServerRequest request;
    private final Proxies proxies;

    ClientAddress(HttpServerRequest request, Proxies proxies) {
        this.request = request;
        this.proxies = proxies;
    }

    /** An IPv4 or IPv6 address as text; empty where none is known. */
    public String get() {
        var peer = request.remoteAddress();
        if (peer == null || peer.hostAddress() == null) {
            return "";
        }
        var headers = request.headers();
        return switch (proxies.header()) {
            case X_FORWARDED_FOR ->
                    ForwardedHops.byList(
                            peer.hostAddress(),
                            headers.getAll("X-Forwarded-For"),
                            proxies.trusted());
            case FORWARDED ->
                    ForwardedHops.byStandard(
                            peer.hostAddress(), headers.getAll("Forwarded"), proxies.trusted());
        };
    }
}
