package io.masthead.web.cache;

import io.masthead.web.Compression;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

/** Sends stored responses, compressed for clients that accept it, or 304 to clients that have them. */
@Singleton
class StoredResponseWriter {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final ResponseCache cache;

    StoredResponseWriter(ResponseCache cache) {
        this.cache = cache;
    }

    void write(RoutingContext route, CacheKey key, StoredResponse stored) {
        if (route.response().closed()) {
            return;
        }
        var request = route.request();
        var isGzip = stored.isCompressible() && Compression.acceptsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        var condition = Condition.of(request.headers());
        if (stored.status() == OK && condition.isMetBy(stored.tag(), stored.header(HttpHeaders.LAST_MODIFIED))) {
            head(route, stored, stored.tag() == null ? null : condition.knownTag(stored.tag(), isGzip));
            route.response().setStatusCode(NOT_MODIFIED).end();
        } else if (!isGzip) {
            send(route, stored, stored.body(), false);
        } else if (stored.gzip() != null) {
            send(route, stored, stored.gzip(), true);
        } else {
            route.vertx()
                    .executeBlocking(
                            () -> Buffer.buffer(
                                    Compression.compressed(stored.body().getBytes())),
                            false)
                    .onFailure(route::fail)
                    .onSuccess(bytes -> {
                        cache.keepCompressed(key, stored, bytes);
                        send(route, stored, bytes, true);
                    });
        }
    }

    private static void send(RoutingContext route, StoredResponse stored, Buffer bytes, boolean isGzip) {
        var response = route.response();
        if (response.closed()) {
            return;
        }
        head(route, stored, isGzip ? stored.gzipTag() : stored.tag());
        response.setStatusCode(stored.status());
        if (isGzip) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, Compression.GZIP);
        }
        if (stored.contentType() != null) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, stored.contentType());
        }
        if (route.request().method().equals(HttpMethod.HEAD)) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(bytes.length()))
                    .end();
        } else {
            response.end(bytes);
        }
    }

    private static void head(RoutingContext route, StoredResponse stored, String tag) {
        var headers = route.response().headers();
        for (var header : stored.headers()) {
            headers.add(header.getKey(), header.getValue());
        }
        if (tag != null) {
            headers.set(HttpHeaders.ETAG, tag);
        }
        if (stored.vary() != null) {
            headers.set(HttpHeaders.VARY, stored.vary());
        }
    }
}
