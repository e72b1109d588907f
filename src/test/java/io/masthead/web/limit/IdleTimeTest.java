package io.masthead.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdleTimeTest {

    private static final int IDLE_MILLIS = 200;
    private static final int WORK_MILLIS = 5 * IDLE_MILLIS;

    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        var router = Router.router(vertx);
        router.get("/patient").handler(route -> {
            IdleTime.suspend(route);
            route.next();
        });
        router.get("/*")
                .handler(route ->
                        vertx.setTimer(WORK_MILLIS, done -> route.response().end("done")));
        server = vertx.createHttpServer(
                        new HttpServerOptions().setIdleTimeout(IDLE_MILLIS).setIdleTimeoutUnit(TimeUnit.MILLISECONDS))
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void a_request_may_take_longer_than_a_connection_may_be_idle() throws IOException {
        assertThat(toTheEnd("/other")).as("what it is about").isEmpty();
        // It ends: the time holds again after the response.
        assertThat(toTheEnd("/patient")).startsWith("HTTP/1.1 200").endsWith("done");
    }

    /** Until the server closes the connection. */
    private String toTheEnd(String path) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
