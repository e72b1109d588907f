package io.masthead.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Headers that keep a browser from treating a response as a page (OWASP ASVS 5.0, 3.2.1 and 3.4). They are set
 * on all responses of the public port: resources, OpenAPI documents, files of the interactive page, refusals of
 * the router.
 */
@Singleton
class SecurityHeaders {

    /** Before all handlers that may respond. */
    private static final int PRIORITY = 1_000;

    private static final String POLICY = "Content-Security-Policy";
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** The interactive page uses inline scripts; everything else is loaded from here. */
    private static final String INTERACTIVE = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self'"
            + " 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
            + " frame-ancestors 'none'";

    private static final String PAGE = "/docs";

    private final String transportSecurity;

    SecurityHeaders(HstsConfig hsts) {
        var seconds = hsts.maxAge().toSeconds();
        transportSecurity = seconds > 0 ? "max-age=" + seconds : null;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext context) {
        var path = context.request().path();
        var isPage = PAGE.equals(path) || (path != null && path.startsWith(PAGE + "/"));
        context.addHeadersEndHandler(done -> add(context.response().headers(), isPage ? INTERACTIVE : NOTHING));
        context.next();
    }

    void add(MultiMap headers, String policy) {
        headers.set("X-Content-Type-Options", "nosniff").set("Referrer-Policy", "no-referrer");
        // HTML pages set a policy of their own.
        if (!headers.contains(POLICY)) {
            headers.set(POLICY, policy);
        }
        if (transportSecurity != null) {
            headers.set("Strict-Transport-Security", transportSecurity);
        }
    }
}
