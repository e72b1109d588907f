package io.masthead.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets pages of other origins call this server from a browser, where the operator names them (CORS,
 * in the Fetch standard). Nothing is refused here: what is not allowed is not marked, and then the
 * browser keeps the answer from the page. No cookie is ever taken from another origin.
 */
@Singleton
class CrossOrigin {

    /** Before credentials are looked at, which preflights do not carry. */
    private static final int PRIORITY = 300;

    private static final String METHODS = "GET, HEAD, POST, PATCH, DELETE";
    private static final String HEADERS =
            "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key, "
                    + CacheRules.POST_PASSWORD
                    + ", "
                    + CacheRules.COMMENT_TOKEN;
    private static final String EXPOSED = "ETag, Link, Location, Retry-After";
    private static final String ONE_HOUR = "3600";
    private static final int NO_CONTENT = 204;

    private final CorsConfig config;

    CrossOrigin(CorsConfig config) {
        this.config = config;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext context) {
        var origins = config.origins().orElse(List.of());
        if (origins.isEmpty()) {
            context.next();
            return;
        }
        var request = context.request();
        var sent = request.headers().getAll(HttpHeaders.ORIGIN);
        var origin = sent.size() == 1 && origins.contains(sent.get(0)) ? sent.get(0) : null;
        var answer = context.response();
        // At the end, since what answers sets headers of its own.
        context.addHeadersEndHandler(done -> mark(answer.headers(), origin));
        if (origin != null && isPreflight(request)) {
            answer.headers()
                    .set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                    .set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS)
                    .set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, ONE_HOUR);
            answer.setStatusCode(NO_CONTENT).end();
            return;
        }
        context.next();
    }

    /**
     * @param origin null where it is not allowed
     */
    private static void mark(MultiMap headers, String origin) {
        // Also where nothing is allowed: a cache must not give this answer to an allowed one.
        var vary = new ArrayList<>(headers.getAll(HttpHeaders.VARY));
        vary.add("Origin");
        headers.set(HttpHeaders.VARY, String.join(", ", vary));
        if (origin != null) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                    .set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        }
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }
}
