package io.masthead.comment;

/**
 * Where a comment came from; never shown to readers. Unknown parts are empty.
 *
 * @param address the client's network address
 * @param userAgent the User-Agent header, at most 1,000 characters
 * @param referrer the Referer header, at most 1,000 characters
 */
public record Origin(String address, String userAgent, String referrer) {}
