package io.masthead.user.social;

/**
 * How somebody who comes from another site goes on.
 *
 * @param code is exchanged for a session, once and within a minute; null where nobody is let in
 * @param refusal a stable word for why not; null where somebody is
 */
public record LoginOutcome(String code, String refusal) {}
