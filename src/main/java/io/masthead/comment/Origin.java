package io.masthead.comment;

/**
 * Where a comment came from; kept apart from whatever is shown. Each is empty where it is not
 * known.
 *
 * @param address the network address of the client
 * @param userAgent what the client says it is, at most 1,000 characters
 * @param referrer the page that the client says it came from, at most 1,000 characters
 */
public record Origin(String address, String userAgent, String referrer) {}
