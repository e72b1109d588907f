package io.masthead.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;

/** The network address of the client of this request, as {@link Proxies} tells it. */
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
        return proxies.clientOf(request);
    }
}
