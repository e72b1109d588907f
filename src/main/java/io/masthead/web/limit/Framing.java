package io.masthead.web.limit;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/**
 * Checks that a request is unambiguous about its end and its host. Requests that the decoder accepts but a
 * proxy may read differently are refused (RFC 9112, sections 3.2, 6.1 and 6.3).
 */
final class Framing {

    private Framing() {}

    static boolean isPlain(HttpServerRequest request) {
        var version = request.version();
        var headers = request.headers();
        if (headers.contains(HttpHeaders.TRANSFER_ENCODING)) {
            var codings = headers.getAll(HttpHeaders.TRANSFER_ENCODING);
            if (version != HttpVersion.HTTP_1_1
                    || codings.size() != 1
                    || !codings.get(0).equalsIgnoreCase("chunked")
                    || headers.contains(HttpHeaders.CONTENT_LENGTH)) {
                return false;
            }
        }
        return headers.getAll(HttpHeaders.HOST).size() <= 1;
    }
}
