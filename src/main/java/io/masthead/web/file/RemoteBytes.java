package io.masthead.web.file;

import io.masthead.media.storage.FileSource;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends bytes that another server has, as fast as the client takes them. Threads of its own wait for that server, so
 * that one which hangs holds up nothing else; a client that takes its time holds none of them.
 */
@Singleton
class RemoteBytes {

    private static final int THREADS = 32;

    /** Each waits for no more than one other, which the store limits to 10 s; connections without traffic end after 30. */
    private static final int MAX_OPENING = 2 * THREADS;

    private static final int BUFFER = 64 * 1024;

    private final AtomicInteger opening = new AtomicInteger();

    /** Null until a store on another server is read. */
    private volatile WorkerExecutor threads;

    /**
     * Fails if the bytes cannot be read, before anything was sent; after that it ends the connection. Must be called
     * by the event loop of the request.
     */
    Future<Void> send(RoutingContext route, FileSource.Remote source, long from, long length) {
        if (opening.incrementAndGet() > MAX_OPENING) {
            opening.decrementAndGet();
            return Future.failedFuture(new IOException("Too many are waiting for the store"));
        }
        return onThread(route.vertx(), () -> source.read(from, length))
                .onComplete(opened -> opening.decrementAndGet())
                .compose(bytes -> new Sending(route, bytes, length).run());
    }

    private <T> Future<T> onThread(Vertx vertx, Callable<T> work) {
        return threads(vertx).executeBlocking(work, false);
    }

    private WorkerExecutor threads(Vertx vertx) {
        var started = threads;
        if (started == null) {
            // Of one name there is one pool, whoever is first.
            started = vertx.createSharedWorkerExecutor("media-store", THREADS);
            threads = started;
        }
        return started;
    }

    /** One response. All but the reading and the closing happens on the event loop. */
    private final class Sending {

        private final RoutingContext route;
        private final HttpServerResponse response;
        private final InputStream bytes;
        private final Promise<Void> done;
        private long left;
        private boolean isReading;
        private boolean isOver;

        Sending(RoutingContext route, InputStream bytes, long length) {
            this.route = route;
            this.response = route.response();
            this.bytes = bytes;
            this.left = length;
            this.done = Promise.promise();
        }

        Future<Void> run() {
            if (response.closed()) {
                close();
                return Future.succeededFuture();
            }
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(left));
            route.addEndHandler(ended -> {
                finish();
                done.tryComplete(); // nobody reads it any more
            });
            read();
            return done.future();
        }

        private void read() {
            if (isOver || isReading) {
                return;
            }
            isReading = true;
            onThread(route.vertx(), this::next).onComplete(read -> {
                isReading = false;
                if (isOver) {
                    close();
                } else if (read.succeeded()) {
                    write(read.result());
                } else {
                    fail(read.cause());
                }
            });
        }

        /** A full buffer if possible, since the other server may send in small pieces. */
        private Buffer next() throws IOException {
            var buffer = bytes.readNBytes((int) Math.min(BUFFER, left));
            if (buffer.length == 0) {
                throw new EOFException("The file is shorter than it was");
            }
            return Buffer.buffer(buffer);
        }

        private void write(Buffer buffer) {
            left -= buffer.length();
            if (left == 0) {
                finish();
                response.end(buffer).onComplete(ended -> done.tryComplete());
                return;
            }
            response.write(buffer);
            if (response.writeQueueFull()) {
                response.drainHandler(drained -> read());
            } else {
                read();
            }
        }

        private void fail(Throwable cause) {
            finish();
            if (response.headWritten()) {
                // Otherwise the next response would pass for the rest of this one.
                route.request().connection().close().onComplete(closed -> done.tryComplete());
            } else {
                done.tryFail(cause);
            }
        }

        /** Also when the client is gone. */
        private void finish() {
            if (!isOver) {
                isOver = true;
                if (!isReading) {
                    close();
                }
            }
        }

        private void close() {
            onThread(route.vertx(), () -> {
                bytes.close();
                return null;
            });
        }
    }
}
