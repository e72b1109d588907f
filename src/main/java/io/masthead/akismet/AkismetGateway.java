package io.masthead.akismet;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.jboss.resteasy.reactive.RestResponse;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Every call to Akismet: each takes three seconds at most, and after five failures nobody calls for
 * half a minute.
 */
@ApplicationScoped
class AkismetGateway {

    static final String BREAKER = "akismet";

    private static final long CONNECT_MILLIS = 1_000;
    private static final long TOTAL_MILLIS = 3_000;
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;

    private final Map<URI, AkismetApi> clients = new ConcurrentHashMap<>();
    private final AkismetConfig config;

    AkismetGateway(AkismetConfig config) {
        this.config = config;
    }

    /**
     * Fails where Akismet cannot be reached in time, or fails itself; any other answer is one.
     *
     * @param form the fields, encoded as HTML forms are
     */
    @Timeout(TOTAL_MILLIS)
    @CircuitBreaker(requestVolumeThreshold = 5, failureRatio = 1.0, delay = 30_000)
    @CircuitBreakerName(BREAKER)
    Uni<AkismetAnswer> post(String call, String form) {
        return clients.computeIfAbsent(config.url(), AkismetGateway::client)
                .post(call, form)
                .map(AkismetGateway::answer)
                .invoke(
                        answer -> {
                            if (answer.status() >= SERVER_ERROR) {
                                throw new AkismetFailedException(answer.complaint());
                            }
                        });
    }

    private static AkismetApi client(URI url) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(url)
                .connectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
                .readTimeout(TOTAL_MILLIS, TimeUnit.MILLISECONDS)
                .followRedirects(false)
                // Refusals are answers too.
                .property("microprofile.rest.client.disable.default.mapper", true)
                .build(AkismetApi.class);
    }

    private static AkismetAnswer answer(RestResponse<String> response) {
        var headers = new HashMap<String, String>();
        response.getStringHeaders()
                .forEach(
                        (name, values) ->
                                headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        // The client turns no other answer into text, and none says anything in its body.
        var body = response.getStatus() == OK ? response.getEntity() : null;
        return new AkismetAnswer(response.getStatus(), body == null ? "" : body, headers);
    }

    /** Akismet itself has failed. */
    static final class AkismetFailedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        AkismetFailedException(String message) {
            super(message);
        }
    }
}
