package io.masthead.web;

import io.quarkus.vertx.http.runtime.filters.AbstractResponseWrapper;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.function.Supplier;

/** A response that is compressed if it is text and is sent in one piece or from a file. */
final class GzippedResponse extends AbstractResponseWrapper {

    /** There are fewer than twenty; variants of a path must not fill the memory. */
    private static final int MOST_KEPT = 50;

    private static final String GZIP = "gzip";
    private static final int OK = 200;

    private final HttpServerResponse plain;
    private final Vertx vertx;
    private final String path;
    private final Map<String, byte[]> kept;

    /** @param kept results of earlier compressions, by path and type */
    GzippedResponse(HttpServerResponse plain, Vertx vertx, String path, Map<String, byte[]> kept) {
        super(plain);
        this.plain = plain;
        this.vertx = vertx;
        this.path = path;
        this.kept = kept;
    }

    @Override
    public Future<Void> end(Buffer text) {
        if (!isCompressible(text)) {
            return plain.end(text);
        }
        return compressed(() -> Future.succeededFuture(text)).compose(this::endCompressed);
    }

    @Override
    public void end(Buffer text, Handler<AsyncResult<Void>> done) {
        if (isCompressible(text)) {
            var sent = end(text);
            if (done != null) {
                sent.onComplete(done);
            }
        } else {
            plain.end(text, done);
        }
    }

    @Override
    public Future<Void> sendFile(String file) {
        return isCompressible()
                ? compressed(() -> vertx.fileSystem().readFile(file)).compose(this::endCompressed)
                : plain.sendFile(file);
    }

    @Override
    public HttpServerResponse sendFile(String file, Handler<AsyncResult<Void>> done) {
        if (isCompressible()) {
            sendFile(file).onComplete(done);
        } else {
            plain.sendFile(file, done);
        }
        return this;
    }

    private boolean isCompressible(Buffer text) {
        return text.length() > Compression.LEAST_BYTES && isCompressible();
    }

    private boolean isCompressible() {
        var type = plain.headers().get(HttpHeaders.CONTENT_TYPE);
        return plain.getStatusCode() == OK
                && type != null
                && Compression.isText(MediaType.valueOf(type))
                && !plain.headers().contains(HttpHeaders.CONTENT_ENCODING)
                // None of them has one, which would have to differ for the compressed response.
                && !plain.headers().contains(HttpHeaders.ETAG);
    }

    private Future<byte[]> compressed(Supplier<Future<Buffer>> text) {
        var key = path + ' ' + plain.headers().get(HttpHeaders.CONTENT_TYPE);
        var known = kept.get(key);
        return known != null
                ? Future.succeededFuture(known)
                : text.get().compose(bytes -> vertx.executeBlocking(() -> compress(key, bytes), false));
    }

    private byte[] compress(String key, Buffer text) {
        var bytes = Compression.compressed(text.getBytes());
        if (kept.size() < MOST_KEPT) {
            kept.put(key, bytes);
        }
        return bytes;
    }

    private Future<Void> endCompressed(byte[] bytes) {
        plain.putHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
        plain.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(bytes.length));
        return plain.end(Buffer.buffer(bytes));
    }
}
