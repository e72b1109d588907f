package io.masthead.web;

import io.vertx.core.http.HttpServerRequest;

import jakarta.enterprise.context.RequestScoped;

/** The network address that a request came from. */
@RequestScoped
public class ClientAddress {

    private final HttpServerRequest request;

    ClientAddress(HttpServerRequest request) {
        this.request = request;
    }

    /** An IPv4 or IPv6 address as text; empty where none is known. */
    public String get() {
        var peer = request.remoteAddress();
        return peer == null || peer.hostAddress() == null ? "" : peer.hostAddress();
    }
}
