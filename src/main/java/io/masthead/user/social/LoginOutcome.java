package io.masthead.user.social;

/**
 * The result of a login from another site.
 *
 * @param code is exchanged for a session, once and within a minute; null if refused
 * @param refusal a stable reason code; null if not refused
 */
public record LoginOutcome(String code, String refusal) {}
