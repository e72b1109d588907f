package io.masthead.platform.outbound;

import java.util.Map;

/**
 * What another server said, whatever its status.
 *
 * @param headers by their names in lower case; the first of each
 * @param body read as UTF-8
 */
public record OutboundAnswer(int status, Map<String, String> headers, String body) {}
