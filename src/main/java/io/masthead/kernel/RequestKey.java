package io.masthead.kernel;

/**
 * Identifies a repeated write: the client's Idempotency-Key and its request.
 *
 * @param value as the client sent it
 * @param operation the operation it was sent to, such as {@code "posts.create"}
 * @param bodyHash SHA-256 of the body, in hex
 */
public record RequestKey(String value, String operation, String bodyHash) {}
