package io.masthead.wp.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends the requests of the recordings to us. */
final class Asking {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String host;
    private final Credentials credentials;

    Asking(int port, Credentials credentials) {
        this.host = "localhost:" + port;
        this.credentials = credentials;
    }

    Answer ask(Exchange exchange, Names names) {
        var request = HttpRequest.newBuilder(URI.create("http://" + host + target(exchange, names)))
                .timeout(PATIENCE)
                .method(exchange.method(), body(exchange, names));
        // The recording client named itself in no way, which comments keep and show.
        request.setHeader("User-Agent", "");
        exchange.requestHeaders().forEach((name, value) -> {
            if (!Exchange.isSwitch(name) && !name.equals("Authorization")) {
                request.setHeader(name, value);
            }
        });
        var header = credentials.header(exchange);
        if (header != null) {
            request.setHeader("Authorization", header);
        }
        if (exchange.role().equals("custom")) {
            // Wrong passwords shut out the address that tries them, and others ask from ours.
            request.setHeader("X-Forwarded-For", "2001:db8:1850::1");
        }
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            return Answer.of(answer.statusCode(), answer.headers().map(), answer.body(), host);
        } catch (IOException e) {
            return Answer.none(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Path and query as they were sent; what no URI may hold is encoded, as every client does. */
    static String target(Exchange exchange, Names names) {
        var path = names.fill(exchange.template("path").asText());
        var query = names.fill(exchange.template("query").asText(""));
        var whole = query.isEmpty() ? path : path + (path.contains("?") ? "&" : "?") + query;
        var target = new StringBuilder();
        for (byte one : whole.getBytes(StandardCharsets.UTF_8)) {
            if (one <= ' ' || "[]{}|\\^`\"<>".indexOf(one) >= 0) {
                target.append("%%%02X".formatted(one & 0xFF));
            } else {
                target.append((char) one);
            }
        }
        return target.toString();
    }

    private static HttpRequest.BodyPublisher body(Exchange exchange, Names names) {
        if (exchange.body().isMissingNode()) {
            return BodyPublishers.noBody();
        }
        return BodyPublishers.ofByteArray(
                Payload.of(filled(exchange, names), exchange.requestHeaders().getOrDefault("Content-Type", "")));
    }

    /** A template leaves out what kind of body it is of. */
    private static JsonNode filled(Exchange exchange, Names names) {
        var recorded = exchange.body();
        if (!exchange.line().has("req_body_tpl")) {
            return lengthened(recorded);
        }
        var filled = names.fill(exchange.template("req_body"));
        var kind = recorded.fieldNames().next();
        return lengthened(Recordings.JSON.createObjectNode().set(kind, filled));
    }

    /** Passwords as short as those recorded make no account here, and are not sent for that. */
    private static JsonNode lengthened(JsonNode body) {
        var password = body.path("json").path("password").asText("");
        if (!body.path("json").has("username") || password.isEmpty() || password.contains("\\")) {
            return body;
        }
        var longer = body.<ObjectNode>deepCopy();
        longer.withObject("/json").put("password", password + " and more of it");
        return longer;
    }
}
