package io.masthead.auth.oidc;

import io.masthead.platform.outbound.OutboundAnswer;
import io.masthead.platform.outbound.OutboundBody;
import io.masthead.platform.outbound.OutboundFailedException;
import io.masthead.platform.outbound.OutboundHttp;
import io.masthead.platform.outbound.OutboundRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Calls sites, in JSON, with limits for time and size. */
@ApplicationScoped
class ProviderCalls {

    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final Duration TOTAL = Duration.ofSeconds(5);

    /** Added to the time limit of a call, so that the call ends by itself. */
    private static final Duration MAX_WAIT = TOTAL.plusSeconds(2);

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;

    private final OutboundHttp http;

    ProviderCalls(OutboundHttp http) {
        this.http = http;
    }

    /**
     * @param accessToken null if none is needed
     * @throws ProviderFailedException unless it answers 200 with a JSON object
     */
    JsonObject get(String url, String accessToken) {
        return ok(send(HttpMethod.GET, url, bearer(accessToken), null), JsonObject::new);
    }

    /** As {@link #get}, for a JSON array. */
    JsonArray list(String url, String accessToken) {
        return ok(send(HttpMethod.GET, url, bearer(accessToken), null), JsonArray::new);
    }

    /**
     * Also returns refusals, which give the reason in {@code error} (RFC 6749 section 5.2).
     *
     * @param authorization null if the form contains it
     * @throws ProviderFailedException unless it answers with a JSON object
     */
    JsonObject post(String url, String authorization, Map<String, String> form) {
        var encoded = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        var answer = send(HttpMethod.POST, url, authorization, OutboundBody.form(encoded));
        var refused = answer.status() >= BAD_REQUEST && answer.status() < SERVER_ERROR;
        return refused ? parsed(answer, JsonObject::new) : ok(answer, JsonObject::new);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String bearer(String accessToken) {
        return accessToken == null ? null : "Bearer " + accessToken;
    }

    private OutboundAnswer send(HttpMethod method, String url, String authorization, OutboundBody body) {
        var headers = new HashMap<>(Map.of(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON));
        if (authorization != null) {
            headers.put(HttpHeaders.AUTHORIZATION, authorization);
        }
        try {
            return http.send(new OutboundRequest(method, url, headers, body, CONNECTING, TOTAL))
                    .await()
                    .atMost(MAX_WAIT);
        } catch (OutboundFailedException e) {
            throw new ProviderFailedException("no answer: " + e.getMessage());
        }
    }

    private static <T> T ok(OutboundAnswer answer, Function<String, T> reader) {
        if (answer.status() != OK) {
            throw new ProviderFailedException("status " + answer.status());
        }
        return parsed(answer, reader);
    }

    private static <T> T parsed(OutboundAnswer answer, Function<String, T> reader) {
        try {
            if (!answer.body().isEmpty()) {
                return reader.apply(answer.body());
            }
        } catch (DecodeException e) {
            // Treated as an empty response.
        }
        throw new ProviderFailedException("status " + answer.status() + " without JSON");
    }
}
