package io.masthead.platform.outbound;

import java.time.Duration;
import java.util.Map;

/**
 * A request to another server.
 *
 * @param url http or https
 * @param headers in addition to the standard ones
 * @param body of a POST; null for a GET
 * @param connecting the time limit for connecting
 * @param total the time limit for everything, to the last byte of the response
 */
public record OutboundRequest(
        String url, Map<String, String> headers, OutboundBody body, Duration connecting, Duration total) {}
