package io.masthead.platform.outbound;

import java.util.Map;

/**
 * The response of another server, whatever its status.
 *
 * @param headers by lower-case name; the first value of each
 * @param body read as UTF-8
 */
public record OutboundAnswer(int status, Map<String, String> headers, String body) {}
