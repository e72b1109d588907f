package io.masthead.kernel;

/**
 * What makes a repeated write recognisable: the client's Idempotency-Key and what it stands for.
 *
 * @param value as the client sent it
 * @param operation which operation it was sent to, such as {@code "posts.create"}
 * @param bodyHash SHA-256 of the body, in hex
 */
public record RequestKey(String value, String operation, String bodyHash) {}
