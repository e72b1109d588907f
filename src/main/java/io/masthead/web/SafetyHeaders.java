package io.masthead.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import java.util.List;

/** Keeps a browser from treating an answer as a page of its own (OWASP ASVS 5.0, 3.2.1 and 3.4). */
@Singleton
class SafetyHeaders {

    private static final String POLICY = "Content-Security-Policy";

    @ServerResponseFilter
    void add(ContainerResponseContext response) {
        var headers = response.getHeaders();
        headers.putSingle("X-Content-Type-Options", "nosniff");
        // A page for people says itself what it needs.
        headers.putIfAbsent(POLICY, List.of("default-src 'none'; frame-ancestors 'none'"));
        headers.putSingle("Referrer-Policy", "no-referrer");
    }
}
