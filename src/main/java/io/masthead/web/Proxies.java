package io.masthead.web;

import jakarta.inject.Singleton;

import java.util.List;

/** The proxies before this server, read once. */
@Singleton
class Proxies {

    private final TrustedProxies trusted;
    private final ProxyConfig.Header header;

    Proxies(ProxyConfig config) {
        // The start checks have refused what is no network.
        this.header = config.header();
        this.trusted = TrustedProxies.of(config.trusted().orElse(List.of()));
    }

    TrustedProxies trusted() {
        return trusted;
    }

    ProxyConfig.Header header() {
        return header;
    }
}
