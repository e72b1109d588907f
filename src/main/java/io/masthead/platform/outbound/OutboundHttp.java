package io.masthead.platform.outbound;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * Sends requests to other servers without trusting them: a response has at most {@value #MAX_BYTES} bytes and
 * must be complete in time. It is not decompressed, and redirects are not followed.
 */
@Singleton
public class OutboundHttp {

    static final int MAX_BYTES = 64 * 1024;

    /** The maximum of connections to one server. */
    private static final int CONNECTIONS = 10;

    /** Further requests fail at once: each occupies a waiting caller. */
    private static final int WAITING = 100;

    private final Vertx vertx;
    private final HttpClient client;

    OutboundHttp(Vertx vertx) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setName("outbound")
                .setMaxPoolSize(CONNECTIONS)
                .setMaxWaitQueueSize(WAITING));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Fails with {@link OutboundFailedException} if there is no response within the limits. */
    public Uni<OutboundAnswer> send(OutboundRequest request) {
        return Uni.createFrom().emitter(emitter -> {
            var exchange = new Exchange(vertx, request, emitter::complete, emitter::fail);
            emitter.onTermination(exchange::cancel);
            try {
                client.request(options(request)).onComplete(exchange::begin);
            } catch (RuntimeException e) {
                // The URL is invalid.
                exchange.fail(e);
            }
        });
    }

    private static RequestOptions options(OutboundRequest request) {
        var options = new RequestOptions()
                .setMethod(request.method())
                .setAbsoluteURI(request.url())
                .setConnectTimeout(request.connecting().toMillis())
                .setFollowRedirects(false)
                // Some servers, such as GitHub, require a User-Agent.
                .putHeader(HttpHeaders.USER_AGENT, "Masthead");
        if (request.body() != null) {
            options.putHeader(HttpHeaders.CONTENT_TYPE, request.body().type());
        }
        request.headers().forEach(options::putHeader);
        return options;
    }
}
