package io.masthead.web;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lets pages of other origins that the operator lists call this server from a browser (CORS, in the Fetch
 * standard). Nothing is refused here: without the headers the browser withholds the response from the page.
 * Cookies are allowed only for paths whose rules say so, and only if the operator enables them.
 */
@Singleton
class CrossOrigin {

    /** Before authentication, since preflights carry no credentials. */
    private static final int PRIORITY = 300;

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final String ONE_HOUR = "3600";
    private static final int NO_CONTENT = 204;

    private final CorsConfig config;
    private final List<CrossOriginRules> rules;

    CrossOrigin(CorsConfig config, @All List<CrossOriginRules> surfaces) {
        this.config = config;
        this.rules = surfaces.stream()
                .sorted(Comparator.comparingInt(
                                (CrossOriginRules one) -> one.prefix().length())
                        .reversed())
                .toList();
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
        var surface = of(request.path());
        // At the end, since response writers set headers of their own.
        context.addHeadersEndHandler(done -> mark(answer.headers(), origin, surface));
        if (origin != null && isPreflight(request) && !surface.answersPreflights()) {
            answer.headers()
                    .set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, surface.methods())
                    .set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, surface.headers())
                    .set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, ONE_HOUR);
            answer.setStatusCode(NO_CONTENT).end();
            return;
        }
        context.next();
    }

    private CrossOriginRules of(String path) {
        return rules.stream()
                .filter(surface -> path.startsWith(surface.prefix()))
                .findFirst()
                .orElseThrow();
    }

    /** @param origin null if it is not allowed */
    private void mark(MultiMap headers, String origin, CrossOriginRules surface) {
        // Even without permission: a cache must not serve this response to an allowed origin.
        var vary = new LinkedHashSet<String>();
        headers.getAll(HttpHeaders.VARY).forEach(names -> vary.addAll(List.of(COMMA.split(names, -1))));
        vary.add("Origin");
        headers.set(HttpHeaders.VARY, String.join(", ", vary));
        if (origin == null) {
            return;
        }
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                .set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, surface.exposed());
        if (surface.answersPreflights()) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, surface.methods())
                    .set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, surface.headers());
        }
        if (surface.takesCredentials() && config.credentials()) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
        }
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }
}
