package io.masthead.web.cache;

import io.masthead.web.Compression;
import io.masthead.web.EntityTags;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Sends stored responses, compressed for clients that accept it, or 304 to clients that have them. */
@Singleton
class StoredResponseWriter {

    private static final int NOT_MODIFIED = 304;

    private final ResponseCache cache;

    StoredResponseWriter(ResponseCache cache) {
        this.cache = cache;
    }

    void write(RoutingContext route, CacheKey key, StoredResponse stored) {
        var request = route.request();
        var isGzip = stored.isCompressible() && Compression.isTaken(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (isKnown(stored, known, request.getHeader(HttpHeaders.IF_MODIFIED_SINCE))) {
            head(route, stored, knownTag(stored, known, isGzip));
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

    /** Whether a client has the response (RFC 9110, section 13.2.2); a date must be the one that was sent. */
    static boolean isKnown(StoredResponse stored, String ifNoneMatch, String ifModifiedSince) {
        if (stored.status() != 200) {
            return false;
        }
        if (ifNoneMatch != null) {
            return stored.tag() != null && EntityTags.noneMatchHits(ifNoneMatch, stored.tag());
        }
        return ifModifiedSince != null && ifModifiedSince.equals(stored.header(HttpHeaders.LAST_MODIFIED.toString()));
    }

    /** The tag of the form that the client has. */
    static String knownTag(StoredResponse stored, String ifNoneMatch, boolean isGzip) {
        return isGzip && ifNoneMatch != null && stored.tag() != null && ifNoneMatch.contains(stored.gzipTag())
                ? stored.gzipTag()
                : stored.tag();
    }

    private static void send(RoutingContext route, StoredResponse stored, Buffer bytes, boolean isGzip) {
        var response = route.response();
        if (response.ended() || response.closed()) {
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
