package io.masthead.adapter.akismet;

import io.masthead.platform.outbound.OutboundAnswer;
import io.masthead.platform.outbound.OutboundBody;
import io.masthead.platform.outbound.OutboundHttp;
import io.masthead.platform.outbound.OutboundRequest;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/**
 * Calls Akismet's REST API 1.1: each call has a time limit, and after five failures no calls are made for half
 * a minute.
 */
@ApplicationScoped
class AkismetGateway {

    static final String BREAKER = "akismet";

    private static final Duration CONNECTING = Duration.ofSeconds(1);
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;

    private final AkismetConfig config;
    private final OutboundHttp http;

    AkismetGateway(AkismetConfig config, OutboundHttp http) {
        this.config = config;
        this.http = http;
    }

    /**
     * Fails if Akismet cannot be reached in time or reports a server error; returns all other responses.
     *
     * @param call the last part of the URL, such as {@code comment-check}
     * @param form the form-encoded fields
     */
    @CircuitBreaker(requestVolumeThreshold = 5, failureRatio = 1.0, delay = 30_000)
    @CircuitBreakerName(BREAKER)
    Uni<AkismetAnswer> post(String call, String form) {
        var base = config.url().toString().replaceAll("/+$", "");
        var request = new OutboundRequest(
                HttpMethod.POST,
                base + "/1.1/" + call,
                Map.of(),
                OutboundBody.form(form),
                CONNECTING,
                config.timeLimit());
        return http.send(request).map(AkismetGateway::answer).invoke(answer -> {
            if (answer.status() >= SERVER_ERROR) {
                throw new AkismetFailedException(answer.complaint());
            }
        });
    }

    /** Only successful responses have a meaningful body. */
    private static AkismetAnswer answer(OutboundAnswer answer) {
        var body = answer.status() == OK ? answer.body() : "";
        return new AkismetAnswer(answer.status(), body, answer.headers());
    }

    /** Akismet reported a server error. */
    static final class AkismetFailedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        AkismetFailedException(String message) {
            super(message);
        }
    }
}
