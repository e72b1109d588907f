package io.masthead.platform.outbound;

import java.time.Duration;
import java.util.Map;

/**
 * What another server is asked.
 *
 * @param url where; http or https
 * @param headers beside those that every request has
 * @param form the body of a POST, encoded as HTML forms are; null for a GET
 * @param connecting how long connecting may take
 * @param total how long all of it may take, to the last byte of the answer
 */
public record OutboundRequest(
        String url, Map<String, String> headers, String form, Duration connecting, Duration total) {}
