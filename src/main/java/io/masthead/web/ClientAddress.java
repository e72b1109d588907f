package io.masthead.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;

/** The network address of the client of this request, as determined by {@link Proxies}. */
@RequestScoped
public class ClientAddress {

    private final HttpServerRequest request;
    private final Proxies proxies;

    ClientAddress(HttpServerRequest request, Proxies proxies) {
        this.request = request;
        this.proxies = proxies;
    }

    /** An IPv4 or IPv6 address as text; empty if unknown. */
    public String get() {
        return proxies.clientOf(request);
    }
}
