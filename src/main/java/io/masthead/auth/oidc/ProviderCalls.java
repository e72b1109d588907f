package io.masthead.auth.oidc;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks sites, in JSON, and gives up on those that are slow; follows no redirects. */
@ApplicationScoped
class ProviderCalls {

    private static final long CONNECT_MILLIS = 2_000;
    private static final long READ_MILLIS = 5_000;

    private static final Duration PATIENCE = Duration.ofMillis(READ_MILLIS);
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;

    private final ProviderApi api =
            QuarkusRestClientBuilder.newBuilder()
                    .baseUri(URI.create("https://localhost"))
                    .connectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
                    .readTimeout(READ_MILLIS, TimeUnit.MILLISECONDS)
                    .followRedirects(false)
                    // Refusals are answers too.
                    .property("microprofile.rest.client.disable.default.mapper", true)
                    .build(ProviderApi.class);

    /**
     * @param accessToken null where none is needed
     * @throws ProviderFailedException unless it answers 200 with a JSON object
     */
    JsonObject get(String url, String accessToken) {
        return ok(await(api.get(url, bearer(accessToken))), JsonObject::new);
    }

    /** As {@link #get}, for a JSON array. */
    JsonArray list(String url, String accessToken) {
        return ok(await(api.get(url, bearer(accessToken))), JsonArray::new);
    }

    /**
     * Also what refuses is an answer, which says why in {@code error} (RFC 6749 section 5.2).
     *
     * @param authorization null where the form says it
     * @throws ProviderFailedException unless it answers with a JSON object
     */
    JsonObject post(String url, String authorization, Map<String, String> form) {
        var encoded =
                form.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        var answer = await(api.post(url, authorization, encoded));
        var refused = answer.getStatus() >= BAD_REQUEST && answer.getStatus() < SERVER_ERROR;
        return refused ? parsed(answer, JsonObject::new) : ok(answer, JsonObject::new);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String bearer(String accessToken) {
        return accessToken == null ? null : "Bearer " + accessToken;
    }

    private static Response await(Uni<Response> call) {
        try {
            return call.await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            // The message of a client could repeat what was sent.
            var cause = e.getCause() == null ? e : e.getCause();
            throw new ProviderFailedException("no answer: " + cause.getClass().getSimpleName());
        }
    }

    private static <T> T ok(Response answer, Function<String, T> reader) {
        if (answer.getStatus() != OK) {
            throw new ProviderFailedException("status " + answer.getStatus());
        }
        return parsed(answer, reader);
    }

    private static <T> T parsed(Response answer, Function<String, T> reader) {
        try {
            var body = answer.readEntity(String.class);
            if (body != null) {
                return reader.apply(body);
            }
        } catch (DecodeException e) {
            // As if it had said nothing.
        }
        throw new ProviderFailedException("status " + answer.getStatus() + " without JSON");
    }
}
