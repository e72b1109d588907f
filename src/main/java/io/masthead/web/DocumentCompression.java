package io.masthead.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextDecorator;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compresses what Quarkus serves outside JAX-RS: the OpenAPI document of the native API, and the files of the
 * interactive page, the largest of which exceeds a megabyte. Quarkus' own compression would apply to all
 * responses, including those that {@link Compression} deliberately leaves uncompressed.
 */
@Singleton
class DocumentCompression {

    /** Before all other handlers, which then write to the compressed response. */
    private static final int FIRST = 2_000;

    private static final String DOCUMENT = "/openapi";
    private static final String PAGE = "/docs";

    /** Served by JAX-RS. */
    private static final String WORDPRESS = "/docs/wordpress";

    /** By path and type; none of them changes while the server runs. */
    private final Map<String, byte[]> compressed = new ConcurrentHashMap<>();

    private Router router;

    void install(@Observes Router main) {
        router = main;
    }

    void register(@Observes Filters filters) {
        filters.register(this::compress, FIRST);
    }

    private void compress(RoutingContext route) {
        // It is called again by handleContext, and when a folder is rerouted to its index.
        if (route.response() instanceof GzippedResponse || !isOurs(route)) {
            route.next();
            return;
        }
        route.addHeadersEndHandler(done -> vary(route.response()));
        var request = route.request();
        if (!request.method().equals(HttpMethod.GET)
                || request.headers().contains("Range")
                || !Compression.acceptsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING))) {
            route.next();
            return;
        }
        var response = new GzippedResponse(route.response(), route.vertx(), route.normalizedPath(), compressed);
        router.handleContext(new RoutingContextDecorator(route.currentRoute(), (RoutingContextInternal) route) {
            @Override
            public HttpServerResponse response() {
                return response;
            }
        });
    }

    private static boolean isOurs(RoutingContext route) {
        var path = route.normalizedPath();
        return path.equals(DOCUMENT)
                || path.equals(PAGE)
                || (path.startsWith(PAGE + "/") && !path.equals(WORDPRESS) && !path.startsWith(WORDPRESS + "/"));
    }

    private static void vary(HttpServerResponse response) {
        var known = String.join(", ", response.headers().getAll(HttpHeaders.VARY));
        if (!known.toLowerCase(Locale.ROOT).contains("accept-encoding")) {
            response.putHeader(HttpHeaders.VARY, known.isEmpty() ? "Accept-Encoding" : known + ", Accept-Encoding");
        }
    }
}
