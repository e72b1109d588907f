package io.masthead.platform.outbound;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A request and its response; it ends once, and then releases the connection. */
final class Exchange {

    private final Vertx vertx;
    private final OutboundRequest wanted;
    private final Consumer<OutboundAnswer> answered;
    private final Consumer<Throwable> failed;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final long timer;

    private volatile HttpClientRequest request;

    Exchange(Vertx vertx, OutboundRequest wanted, Consumer<OutboundAnswer> answered, Consumer<Throwable> failed) {
        this.vertx = vertx;
        this.wanted = wanted;
        this.answered = answered;
        this.failed = failed;
        this.timer = vertx.setTimer(
                wanted.total().toMillis(), time -> fail(new OutboundFailedException("no complete response in time")));
    }

    void begin(AsyncResult<HttpClientRequest> connected) {
        if (connected.failed()) {
            fail(connected.cause());
            return;
        }
        request = connected.result();
        if (ended.get()) {
            // It ended while the connection was being opened.
            request.reset();
            return;
        }
        // Before anything is sent, so that no part of the response is missed.
        request.response().onComplete(response -> {
            if (response.failed()) {
                fail(response.cause());
            } else {
                collect(response.result());
            }
        });
        send().onFailure(this::fail);
    }

    /** Some servers require a length of every POST. */
    private Future<HttpClientResponse> send() {
        if (wanted.body() == null) {
            return wanted.method().equals(HttpMethod.POST) ? request.send(Buffer.buffer()) : request.send();
        }
        return request.send(Buffer.buffer(wanted.body().text()));
    }

    private void collect(HttpClientResponse response) {
        var body = Buffer.buffer();
        response.exceptionHandler(this::fail)
                .handler(chunk -> {
                    if (body.length() + chunk.length() > OutboundHttp.MAX_BYTES) {
                        fail(new OutboundFailedException("the response is too large"));
                    } else if (!ended.get()) {
                        body.appendBuffer(chunk);
                    }
                })
                .endHandler(end -> finish(response, body));
    }

    private void finish(HttpClientResponse response, Buffer body) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        vertx.cancelTimer(timer);
        var headers = new HashMap<String, String>();
        response.headers().forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        answered.accept(new OutboundAnswer(response.statusCode(), headers, body.toString(StandardCharsets.UTF_8)));
    }

    void fail(Throwable cause) {
        if (cancel()) {
            // The client's message could repeat what was sent.
            failed.accept(
                    cause instanceof OutboundFailedException
                            ? cause
                            : new OutboundFailedException(cause.getClass().getSimpleName()));
        }
    }

    /** Closes the connection unless it has ended; returns whether it had not. */
    boolean cancel() {
        if (!ended.compareAndSet(false, true)) {
            return false;
        }
        vertx.cancelTimer(timer);
        var begun = request;
        if (begun != null) {
            begun.reset();
        }
        return true;
    }
}
