package io.masthead.platform.outbound;

import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.Map;

/**
 * A request to another server.
 *
 * @param url http or https
 * @param headers in addition to the standard ones
 * @param body null if there is none
 * @param connecting the time limit for connecting
 * @param total the time limit for everything, to the last byte of the response
 */
public record OutboundRequest(
        HttpMethod method,
        String url,
        Map<String, String> headers,
        OutboundBody body,
        Duration connecting,
        Duration total) {}
